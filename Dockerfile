# syntax=docker/dockerfile:1
# Demarche with what it needs at run time: `serve` by default, any other command by its name.

FROM python:3.11-slim AS requirements
COPY requirements.txt .
RUN python -m venv /opt/demarche \
    && /opt/demarche/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --requirement requirements.txt

FROM python:3.11-slim
COPY --from=requirements /opt/demarche /opt/demarche
# A layer of its own, so that a change of our code does not send the requirements again.
RUN --mount=type=bind,target=/source,rw \
    /opt/demarche/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation /source \
    && useradd --system --uid 10001 --create-home --home-dir /var/lib/demarche demarche \
    && install --directory --owner demarche --mode 0700 /var/lib/demarche/keys
USER demarche
WORKDIR /var/lib/demarche
ENV PATH=/opt/demarche/bin:$PATH PYTHONUNBUFFERED=1 DEMARCHE_ENGINE=embedded:///var/lib/demarche/index
VOLUME /var/lib/demarche
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["demarche"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
