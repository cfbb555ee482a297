"""What can be set from outside, by environment variables that begin with OKRLOG_."""

from enum import StrEnum
from pathlib import Path

from pydantic import AnyHttpUrl, DirectoryPath, Field, FilePath, ValidationInfo, field_validator

from server.identity.trust import Patience, Trusted
from server.operated import Operated


class DocumentMode(StrEnum):
    """Whether documents that are known in advance are answered, and whether any others are."""

    OFF = "off"
    HYBRID = "hybrid"
    ONLY = "only"


class Settings(Operated):
    """Everything has a default that works on one machine with nothing installed."""

    database_url: str | None = Field(
        default=None,
        description="An existing PostgreSQL, 15 or later; without it an embedded one is started.",
    )
    owner_database_url: str | None = Field(
        default=None,
        description="The login that migrates and rebuilds; by default that of the database URL.",
    )
    directory: FilePath | None = Field(
        default=None,
        description="A JSON file that says which organizations are on other PostgreSQL servers; "
        "read again when it changes. Without it all are in the database of the database URL.",
    )
    data_dir: Path = Field(
        default=Path(".okrlog"), description="Where the embedded database and the keys live."
    )
    keys_dir: Path | None = Field(
        default=None,
        description="Where the signing keys live; by default below the data directory.",
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(
        default=8000, description="Port to listen on; 0 takes a free one.", ge=0, le=65535
    )
    migrate_on_start: bool = Field(
        default=True, description="Whether `serve` brings the database up to date."
    )
    pool_size: int = Field(default=8, description="Connections to the database per process.", ge=2)
    statement_timeout: int = Field(
        default=10_000, description="Milliseconds after which a statement is given up.", ge=1
    )
    tree_cost: int = Field(
        default=200_000,
        description="From which cost on an operation is a tree, and waits for connections of its "
        "own, so that no other waits for it.",
        ge=0,
    )
    tree_pool_size: int = Field(
        default=2, description="Connections to the database for trees, per process.", ge=1
    )
    tree_timeout: int = Field(
        default=30_000,
        description="Milliseconds after which a tree is given up, waiting or under way.",
        ge=1,
    )
    redaction_timeout: int = Field(
        default=600_000,
        description="Milliseconds after which a redaction is given up; where others said the same "
        "words, all of an organization is folded anew.",
        ge=1,
    )
    token_lifetime: int = Field(
        default=30 * 86_400, description="Seconds for which a token is good.", ge=1
    )
    issuers: tuple[Trusted, ...] = Field(
        default=(),
        description="Whose tokens are taken beside our own, as a JSON list of objects: issuer, "
        "audience, organization; algorithms, clients, claims, newcomers: see docs/identity.md.",
    )
    issuer_keys_seconds: int = Field(
        default=300, description="Seconds after which an issuer's keys are fetched again.", ge=1
    )
    issuer_pause_seconds: float = Field(
        default=30,
        description="Seconds for which keys are not fetched again, whatever tokens say.",
        ge=0,
    )
    issuer_outage_seconds: int = Field(
        default=86_400,
        description="Seconds for which the last keys of an issuer that cannot be reached are good.",
        ge=1,
    )
    checkpoint_seconds: int = Field(
        default=60,
        description="Seconds after which a log that goes on is signed again; "
        "0 signs only when somebody asks.",
        ge=0,
    )
    checkpoint_facts: int = Field(
        default=1_000, description="Facts after which a log is signed again sooner.", ge=1
    )
    checkpoint_name: str = Field(
        default="okrlog",
        description="Who signs checkpoints, best an address of one's own without a scheme: "
        "with the organization's id behind it, it names a log to the world.",
        pattern=r"^[^\s+]+$",
    )
    checkpoint_dir: Path | None = Field(
        default=None, description="A folder in which every checkpoint becomes a file."
    )
    checkpoint_webhook: AnyHttpUrl | None = Field(
        default=None, description="An address to which every checkpoint is posted."
    )
    digest_webhook: AnyHttpUrl | None = Field(
        default=None,
        description="An address to which the digest of everybody, of every team and of every "
        "cycle is posted once a week.",
    )
    digest_weekday: int = Field(
        default=1, description="On which day of the week: 1 is Monday, 7 is Sunday.", ge=1, le=7
    )
    checkpoint_stdout: bool = Field(
        default=False, description="Whether every checkpoint is a line of JSON on stdout."
    )
    body_limit: int = Field(default=262_144, description="Largest request body in bytes.", ge=1)
    body_timeout: float = Field(
        default=30, description="Seconds that a request may take to arrive.", gt=0
    )
    depth_limit: int = Field(
        default=15, description="Deepest nesting of a GraphQL operation.", ge=1
    )
    tokens_limit: int = Field(default=4_000, description="Most tokens in a GraphQL document.", ge=1)
    aliases_limit: int = Field(default=60, description="Most aliases in a GraphQL document.", ge=0)
    directives_limit: int = Field(
        default=50, description="Most directives in a GraphQL operation.", ge=0
    )
    introspection: bool = Field(
        default=True,
        description="Whether the schema is told: to who asks for __schema, and at /schema.graphql.",
    )
    suggestions: bool = Field(
        default=False, description="Whether who misspells a name is told which one was meant."
    )
    cost_limit: int = Field(
        default=5_000_000,
        description="Most things that the answer to a GraphQL operation could show.",
        ge=1,
    )
    debounce: int = Field(
        default=50,
        description="Milliseconds for which a view that goes on waits for more to change.",
        ge=0,
    )
    look_seconds: float = Field(
        default=1, description="Seconds after which it is looked for what others recorded.", gt=0
    )
    notifications: bool = Field(
        default=True,
        description="Whether processes tell each other what they recorded, so that nobody has to "
        "wait until it is looked for.",
    )
    direct_database_url: str | None = Field(
        default=None,
        description="The database itself where a pooler stands before it: for migration, and to "
        "hear notifications. By default the database URL.",
    )
    replica_url: str | None = Field(
        default=None,
        description="Streaming replicas, with spaces between several: whoever names a position in "
        "Okrlog-Min-Position is answered by one that has come so far.",
    )
    replica_wait: int = Field(
        default=50,
        description="Milliseconds for which a replica is waited for before the database itself is "
        "asked.",
        ge=0,
    )
    pooled: bool = Field(
        default=False,
        description="Whether a pooler stands before the database that gives each transaction "
        "another connection, like PgBouncer in transaction mode.",
        validate_default=True,
    )
    waiting_limit: int = Field(
        default=1_000, description="Most messages that may wait for a slow reader.", ge=1
    )
    write_timeout: int = Field(
        default=10, description="Seconds after which a reader who takes nothing is let go.", ge=1
    )
    init_timeout: int = Field(
        default=10, description="Seconds that a WebSocket client has to say who it is.", ge=1
    )
    subscriptions_limit: int = Field(
        default=100, description="Most operations at once on one WebSocket.", ge=1
    )
    person_limit: int = Field(
        default=50, description="Most WebSockets and event streams of one person.", ge=1
    )
    address_limit: int = Field(
        default=1_000, description="Most WebSockets and event streams from one address.", ge=1
    )
    person_rate: int = Field(
        default=12_000,
        description="Most operations of one person in a minute, at once or spread over it, at "
        "all processes together, which tell each other every second; with 0 there is no limit.",
        ge=0,
    )
    address_rate: int = Field(
        default=120_000,
        description="Most operations from one address in a minute, or from one network of IPv6 "
        "(/64), at all processes together; with 0 there is no limit.",
        ge=0,
    )
    concurrency_limit: int = Field(
        default=1_000,
        description="Most operations that are under way at once, per process; with 0 there is no "
        "limit.",
        ge=0,
    )
    trusted_proxies: list[str] = Field(
        default=["127.0.0.1", "::1"],
        description="Whose X-Forwarded-For is believed, as a JSON list of addresses and networks.",
    )
    allowed_origins: list[str] = Field(
        default=[],
        description="Other sites whose pages may ask, over HTTP (CORS) and on a WebSocket, as a "
        'JSON list such as ["https://goals.example.org"]; ["*"] lets all of them.',
    )
    documents: DocumentMode = Field(
        default=DocumentMode.OFF,
        description="Whether documents known in advance are answered by their ids: "
        "not at all (off), beside any others (hybrid), or they alone (only).",
    )
    documents_dir: DirectoryPath | None = Field(
        default=None,
        description="Where the documents known in advance are: its *.graphql files.",
        validate_default=True,
    )

    @field_validator("documents_dir")
    @classmethod
    def is_there_where_needed(cls, folder: Path | None, said: ValidationInfo) -> Path | None:
        """Documents that are to be answered have to be somewhere."""
        if folder is None and said.data.get("documents", DocumentMode.OFF) is not DocumentMode.OFF:
            raise ValueError("name the folder of the documents that are known in advance")
        return folder

    @field_validator("pooled")
    @classmethod
    def is_reached_directly_too(cls, pooled: object, said: ValidationInfo) -> object:
        """Migration and notifications need connections that stay the same."""
        if pooled and said.data.get("direct_database_url") is None:
            raise ValueError("name the database itself in OKRLOG_DIRECT_DATABASE_URL")
        return pooled

    @property
    def patience_with_issuers(self) -> Patience:
        """How long keys of issuers are good, and how long nobody looks for others."""
        return Patience(
            fresh=self.issuer_keys_seconds,
            stale=self.issuer_outage_seconds,
            pause=self.issuer_pause_seconds,
        )

    @property
    def keys(self) -> Path:
        """The folder of the signing keys."""
        return self.keys_dir or self.data_dir / "keys"
