namespace Harvis.Build;

/// <summary>What the images are built on. Made from Debian packages, so that they can be had where no public registry can be reached.</summary>
static class BaseImages
{
    static readonly string[] Documentation =
        ["/usr/share/doc/*", "/usr/share/man/*", "/usr/share/info/*", "/usr/share/lintian/*", "/usr/share/locale/*"];

    public static readonly BaseImage Python = BaseImage.Debian(
        "python", "python3", "python3-venv", "python3-fastapi", "python3-uvicorn", "python3-psycopg", "python3-psycopg-pool", "tzdata", "usr-is-merged")
        with { Excludes = Documentation };

    public static readonly BaseImage Node = BaseImage.Debian("node", "nodejs", "usr-is-merged") with { Excludes = Documentation };

    public static readonly BaseImage NodeBuild = BaseImage.Debian("node-build", "nodejs", "npm", "usr-is-merged") with { Excludes = Documentation };

    // pgvector came to Debian with release 13. PostgreSQL's just-in-time compiler, half of its size, is left out.
    public static readonly BaseImage Postgres = BaseImage.Debian("postgres", "postgresql-17", "postgresql-17-pgvector") with
    {
        Suite = "trixie",
        Excludes =
        [
            .. Documentation, "/usr/lib/*/libLLVM*", "/usr/lib/*/libz3.so*", "/usr/lib/postgresql/*/lib/bitcode/*",
            "/usr/lib/postgresql/*/lib/llvmjit*", "/usr/share/i18n/*",
        ],
        Files = new Dictionary<string, string> { ["/etc/postgresql-common/createcluster.conf"] = "create_main_cluster = false\n" },
        Removes = ["/etc/ssl/private/ssl-cert-snakeoil.key", "/etc/ssl/certs/ssl-cert-snakeoil.pem"],
    };
}
