using CommerceVideo.Sandbox.Postgres;

namespace CommerceVideo.Tests.Sandbox.Postgres;

/// <summary>Which programs and which account are taken, on machines that are not this one.</summary>
public sealed class ServerChoiceTests : IDisposable
{
    private const string Passwd = """
        root:x:0:0:root:/root:/bin/bash
        nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("cv-choice-").FullName;

    [Fact]
    public void The_newest_version_comes_first_as_a_number_not_as_text()
    {
        var found = ServerPrograms.NewestFirst(["/pg/9.6", "/pg/18", "/pg/extension", "/pg/15", "/opt/postgresql@17"]);

        Assert.Equal(["/pg/18/bin", "/opt/postgresql@17/bin", "/pg/15/bin", "/pg/9.6/bin", "/pg/extension/bin"], found);
    }

    [Fact]
    public void A_folder_that_has_the_server_without_its_tools_is_not_taken()
    {
        File.WriteAllText(Path.Combine(_folder, "postgres"), "");

        Assert.Null(ServerPrograms.At(_folder));
    }

    [Fact]
    public void Without_a_postgres_account_nobody_runs_the_server()
    {
        Assert.Equal(new ServerAccount("nobody", 65534, 65533), ServerAccount.Pick(Passwd.Split('\n')));
        Assert.Equal(
            "postgres",
            ServerAccount.Pick([.. Passwd.Split('\n'), "postgres:x:101:104::/var/lib/postgresql:/bin/bash"]).Name
        );
    }

    [Fact]
    public void No_account_at_all_is_said_with_what_to_do() =>
        Assert.Contains(
            "adduser",
            Assert.Throws<NoServerException>(() => ServerAccount.Pick(["root:x:0:0::/root:/bin/sh"])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Links_the_packages_own_script_did_not_make_are_made()
    {
        var lib = Directory.CreateDirectory(Path.Combine(_folder, "native/lib")).FullName;
        File.WriteAllText(Path.Combine(lib, "libicuuc.so.60.2"), "code");
        File.WriteAllText(
            Path.Combine(_folder, "native/pg-symlinks.json"),
            """[{"source":"native/lib/libicuuc.so.60.2","target":"native/lib/libicuuc.so.60"}]"""
        );

        EmbeddedPackage.LinkLibraries(Path.Combine(_folder, "native"));

        Assert.Equal("libicuuc.so.60.2", new FileInfo(Path.Combine(lib, "libicuuc.so.60")).LinkTarget);
        Assert.Equal("code", File.ReadAllText(Path.Combine(lib, "libicuuc.so.60")));
    }

    [Theory]
    [InlineData("4711\n/rows\n1763800000\n54321\n\n127.0.0.1\n", 4711, 54321)]
    [InlineData("-4711\n/rows\n1763800000\n0\n", -4711, 0)]
    public void The_pid_file_tells_process_and_port(string text, int process, int port) =>
        Assert.Equal(new PidFile(process, port), PidFile.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("4711\n")]
    [InlineData("what\n/rows\nis\nthis\n")]
    public void A_torn_pid_file_tells_nothing(string text) => Assert.Null(PidFile.Parse(text));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
