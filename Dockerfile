# syntax=docker/dockerfile:1
# Demarche with what it needs at run time: `serve` by default, any other command by its name.

# The tag has no digest: docs/operations/docker.md says how to pin it.
FROM python:3.11-slim AS requirements
# What all commands need. requirements-serve.txt is what `serve` needs to search, at half the size.
ARG REQUIREMENTS=requirements.txt
COPY requirements.txt requirements-serve.txt ./
RUN python -m venv /opt/demarche \
    && /opt/demarche/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --requirement "$REQUIREMENTS"

FROM python:3.11-slim AS wheel
COPY requirements.txt .
RUN sed --quiet '/^setuptools==/,/[^\\]$/p' requirements.txt > setuptools.txt \
    && pip install --no-cache-dir --disable-pip-version-check --require-hashes --requirement setuptools.txt
RUN --mount=type=bind,target=/source,rw \
    pip wheel --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir /wheels /source

FROM python:3.11-slim
COPY --from=requirements /opt/demarche /opt/demarche
# A layer of its own, so that a change of our code does not send the requirements again.
RUN --mount=type=bind,from=wheel,source=/wheels,target=/wheels \
    /opt/demarche/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-index /wheels/*.whl \
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
