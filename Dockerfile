FROM python:3.13-slim
WORKDIR /okrlog

COPY requirements.lock .
RUN pip install --no-cache-dir --root-user-action ignore --require-hashes --requirement requirements.lock

COPY . .
RUN pip install --no-cache-dir --root-user-action ignore --no-deps --no-build-isolation --editable . \
  && useradd --system okrlog \
  && install --directory --owner okrlog /var/lib/okrlog

# The signing keys live in the data directory, so it has to outlast the container.
ENV OKRLOG_HOST=0.0.0.0 OKRLOG_PORT=8000 OKRLOG_DATA_DIR=/var/lib/okrlog
VOLUME /var/lib/okrlog
EXPOSE 8000

USER okrlog
ENTRYPOINT ["okrlog"]
CMD ["serve"]
