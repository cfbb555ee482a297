FROM node:24-slim AS explorer
WORKDIR /okrlog/server/explorer
COPY server/explorer/package.json server/explorer/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY README.md /okrlog/
COPY docs /okrlog/docs
COPY server/explorer .
RUN node build.js

FROM python:3.13-slim
WORKDIR /okrlog

COPY requirements.lock .
RUN pip install --no-cache-dir --root-user-action ignore --require-hashes --requirement requirements.lock

COPY . .
COPY --from=explorer /okrlog/server/explorer/built server/explorer/built
RUN pip install --no-cache-dir --root-user-action ignore --no-deps --no-build-isolation --editable . \
  && python -m compileall -q schema server \
  && useradd --system --uid 10001 okrlog \
  && install --directory --owner okrlog /var/lib/okrlog

# The signing keys live in the data directory, so it has to outlast the container.
ENV OKRLOG_HOST=0.0.0.0 OKRLOG_PORT=8000 OKRLOG_DATA_DIR=/var/lib/okrlog
VOLUME /var/lib/okrlog
EXPOSE 8000

USER okrlog
ENTRYPOINT ["okrlog"]
CMD ["serve"]
