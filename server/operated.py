"""What operators set about how servers run and are seen, and where settings come from."""

from pydantic import AnyHttpUrl, DirectoryPath, Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SecretsSettingsSource,
    SettingsConfigDict,
)

from server.secret_files import folders


class Operated(BaseSettings):
    """Said by environment variables that begin with OKRLOG_, or by files of the same names."""

    model_config = SettingsConfigDict(env_prefix="OKRLOG_", frozen=True)

    secrets_dir: DirectoryPath | None = Field(
        default=None,
        description="A folder of files with a setting in each, named like its variable in small "
        "letters: for secrets. Of /run/secrets and of systemd's credentials it is known anyway.",
    )
    workers: int = Field(
        default=1,
        description="Processes that serve the address; one more watches over them.",
        ge=1,
        le=256,
    )
    drain_seconds: float = Field(
        default=1,
        description="Seconds over which a server that stops lets go of those who follow something.",
        ge=0,
    )
    lag_limit: float = Field(
        default=10,
        description="Seconds that those who follow may wait before the server is no longer ready.",
        gt=0,
    )
    log_requests: bool = Field(
        default=False,
        description="Whether each request is a line in the log: its id, its status and how long "
        "it took; nothing of what it says, and not from where it comes.",
    )
    metrics_token: SecretStr | None = Field(
        default=None,
        description="The bearer token for /metrics; without one there are no metrics.",
    )

    telemetry_endpoint: AnyHttpUrl | None = Field(
        default=None,
        description="Where OpenTelemetry's collector takes traces by OTLP over HTTP, such as "
        "http://127.0.0.1:4318; without it there are none.",
    )

    @property
    def watched(self) -> bool:
        """Whether anybody is told how long statements take."""
        return self.metrics_token is not None or self.telemetry_endpoint is not None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is said, then the environment, then files, each named like its variable."""
        files = SecretsSettingsSource(settings_cls, secrets_dir=folders())
        return init_settings, env_settings, files
