# Builds with everything, runs with production packages only, as an account that owns nothing but its data folder.
FROM node:20.20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund

FROM packages AS build
COPY . .
RUN node cli/bootstrap.mjs build && npm prune --omit=dev --no-audit --no-fund

FROM node:20.20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
RUN groupadd --system milepost \
  && useradd --system --gid milepost --no-create-home milepost \
  && install -d -o milepost -g milepost /var/lib/milepost
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/db/migrations ./db/migrations
COPY --from=build /app/programmes ./programmes
COPY --from=build /app/docs/openapi.json ./docs/openapi.json
USER milepost
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/readyz').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/api/server.js"]
