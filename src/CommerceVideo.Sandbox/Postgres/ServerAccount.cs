using System.Runtime.InteropServices;

namespace CommerceVideo.Sandbox.Postgres;

/// <summary>Who runs the server: PostgreSQL refuses root, so root hands it to another account.</summary>
internal sealed partial record ServerAccount(string? Name, uint User, uint Group)
{
    private static readonly string[] Preferred = ["postgres", "nobody"];

    public bool IsSomeoneElse => Name is not null;

    public static ServerAccount Choose() =>
        OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess
            ? new ServerAccount(null, 0, 0)
            : Pick(File.ReadAllLines("/etc/passwd"));

    public static ServerAccount Pick(IReadOnlyCollection<string> accounts) =>
        Preferred.Select(name => Find(accounts, name)).FirstOrDefault(found => found is not null)
        ?? throw new NoServerException(
            "PostgreSQL does not run as root and there is no account to run it: adduser --system --group postgres"
        );

    /// <summary>Whether the account can reach what lies in a folder: root's own folders are closed to it.</summary>
    public bool CanReach(string folder) => !IsSomeoneElse || Ancestors(folder).All(IsPassable);

    public void Own(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        File.SetUnixFileMode(path, mode);
        if (IsSomeoneElse && ChangeOwner(path, User, Group) != 0)
        {
            throw new NoServerException(
                $"{path} could not be given to {Name} (error {Marshal.GetLastPInvokeError()})."
            );
        }
    }

    private static bool IsPassable(string folder) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(folder).HasFlag(UnixFileMode.OtherExecute);

    private static ServerAccount? Find(IEnumerable<string> accounts, string name) =>
        accounts.Select(line => line.Split(':')).FirstOrDefault(parts => parts.Length > 3 && parts[0] == name)
            is { } found
            ? new ServerAccount(name, uint.Parse(found[2]), uint.Parse(found[3]))
            : null;

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (at.Exists)
            {
                yield return at.FullName;
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}
