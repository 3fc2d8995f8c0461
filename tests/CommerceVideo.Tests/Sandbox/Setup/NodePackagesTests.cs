using CommerceVideo.Sandbox.Setup;

namespace CommerceVideo.Tests.Sandbox.Setup;

public sealed class NodePackagesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cv-packages-").FullName;

    [Fact]
    public void Folders_that_lock_packages_are_found_and_others_trees_are_left_out()
    {
        Lock("src/store");
        Lock("src/store/node_modules/graphql");
        Lock("tests/contracts");
        Lock(".data/old");

        var found = NodePackages.Locked(_root).Select(folder => Path.GetRelativePath(_root, folder));

        Assert.Equal(["src/store", "tests/contracts"], found);
    }

    [Fact]
    public void Packages_installed_from_another_lock_are_not_installed()
    {
        var folder = Lock("store");
        Directory.CreateDirectory(Path.Combine(folder, "node_modules"));
        File.WriteAllText(Path.Combine(folder, "node_modules/.installed-from"), "another");

        Assert.False(NodePackages.IsInstalled(folder));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Lock(string folder)
    {
        var path = Directory.CreateDirectory(Path.Combine(_root, folder)).FullName;
        File.WriteAllText(Path.Combine(path, "package-lock.json"), "{}");
        return path;
    }
}
