DATABASE_URL=$(cat /tmp/me/url) RAPPORT_HOME=/tmp/me/zzh exec node $NODE_X servers/cli/main.ts serve --require-key --port ${1:-7801}
