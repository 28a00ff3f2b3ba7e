# usage: zz-cpu.sh op conns secs : CPU ms per request of server and postgres
P=$(pgrep -f "serve --require-key --port 7801" | head -1)
sum() { local t=0; for p in "$@"; do [ -r /proc/$p/stat ] && t=$((t + $(awk '{print $14+$15}' /proc/$p/stat))); done; echo $t; }
PGM=$(pgrep -f "postgres -D /var/lib/postgresql/test" | head -1)
pgc() { local t=$(awk '{print $14+$15+$16+$17}' /proc/$PGM/stat); for p in $(pgrep -P $PGM); do t=$((t + $(awk '{print $14+$15}' /proc/$p/stat 2>/dev/null || echo 0))); done; echo $t; }
a=$(sum $P); b=$(pgc)
r=$(timeout 60 node zz-load.mjs http://127.0.0.1:7801 $1 ${2:-20} ${3:-4}); echo "$r"
c=$(sum $P); d=$(pgc)
n=$(echo "$r" | sed -E 's/.* ([0-9]+)\/s.*/\1/'); echo "  node $(awk "BEGIN{print ($c-$a)*10/($n*${3:-4})}") ms/req, postgres $(awk "BEGIN{print ($d-$b)*10/($n*${3:-4})}") ms/req"
