using System.Security.Cryptography;
using System.Text;

namespace CommerceVideo.Sandbox.Postgres;

/// <summary>A folder of the server's account for one major version: rows, password and log.</summary>
internal sealed record ServerHome(string Folder)
{
    private const string Elsewhere = "/var/lib/commercevideo";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = Private | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public string Rows => Path.Combine(Folder, "rows");
    public string PasswordFile => Path.Combine(Folder, "password");
    public string Log => Path.Combine(Folder, "server.log");

    public string Password => File.ReadAllText(PasswordFile).Trim();

    /// <summary>An 18 server refuses the rows of a 15, so each major version has its own folder.</summary>
    public static ServerHome Choose(string folder, int version, ServerAccount account) =>
        new(Path.Combine(Reachable(folder, account), $"pg{version}"));

    /// <summary>The wished folder, or where the server's account cannot get to it, one that is named by it.</summary>
    public static string Reachable(string folder, ServerAccount account)
    {
        if (account.CanReach(folder))
        {
            return folder;
        }
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16];
        return Path.Combine(Elsewhere, name);
    }

    /// <summary>Makes the folder the account's own; folders made elsewhere are passable whatever our mask says.</summary>
    public static void Create(string folder, ServerAccount account)
    {
        var parent = Path.GetDirectoryName(folder)!;
        Directory.CreateDirectory(parent);
        if (!OperatingSystem.IsWindows() && parent.StartsWith(Elsewhere, StringComparison.Ordinal))
        {
            File.SetUnixFileMode(Elsewhere, Passable);
            File.SetUnixFileMode(parent, Passable);
        }
        Directory.CreateDirectory(folder);
        account.Own(folder, Private);
    }
}
