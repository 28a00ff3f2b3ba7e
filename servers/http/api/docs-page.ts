import { createRequire } from "node:module";
import { dirname } from "node:path";
import express, { Router } from "express";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rapport API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="page"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#page", deepLinking: true, validatorUrl: null });\n`;

const files = new Set(["swagger-ui.css", "swagger-ui-bundle.js"]);

/** The page that shows the OpenAPI document; it asks nothing of any other host. */
export function docsPage(): Router {
  const folder = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    next();
  });
  router.get("/", (_request, response) => void response.type("html").send(page));
  router.get("/start.js", (_request, response) => void response.type("text/javascript").send(start));
  const serveFile = express.static(folder, { index: false, maxAge: "1h" });
  router.get("/:file", (request, response, next) => {
    if (files.has(request.params.file)) serveFile(request, response, next);
    else next();
  });
  return router;
}
