namespace CommerceVideo.Sandbox.Children;

/// <summary>A program to run beside us, and the file that takes what it says.</summary>
internal sealed record ChildDescription(
    string Name,
    string Program,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    string LogFile
);
