namespace CommerceVideo.Tests.Sandbox.Postgres;

/// <summary>A folder whose cluster the tests of one class start and stop in turn, and room beside it.</summary>
public sealed class ClusterFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cv-postgres-").FullName;

    public ClusterFolder()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_root, (UnixFileMode)0b111_101_101);
        }
    }

    public string Main => Beside("main");

    public string Beside(string name) => Path.Combine(_root, name);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
