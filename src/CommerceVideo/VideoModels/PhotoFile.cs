namespace CommerceVideo.VideoModels;

/// <summary>A picture that is brought to this machine only when somebody wants its pixels.</summary>
/// <param name="hash">Its <see cref="Media.Photos.PhotoReading.Accepted.ContentHash"/>.</param>
/// <param name="fetch">Brings it and tells the local path.</param>
public sealed class PhotoFile(string hash, Func<CancellationToken, Task<string>> fetch)
{
    private string? _path;

    public string Hash { get; } = hash;

    /// <summary>It is a frame of the film already: it must go on exactly so, and is not framed anew.</summary>
    public bool Framed { get; init; }

    public static PhotoFile At(string path, string hash) => new(hash, _ => Task.FromResult(path));

    public async Task<string> PathAsync(CancellationToken ct) => _path ??= await fetch(ct);
}
