using CommerceVideo.Media.Marks;

namespace CommerceVideo.Finishing;

/// <summary>How the pictures of a film came about, and where what is known of its files will be found.</summary>
/// <param name="Generated">A model invented some of them.</param>
/// <param name="VerifyAt">From a file's name (without its ending) to the address of its record; null where none is kept.</param>
public sealed record FilmOrigin(bool Generated, Func<string, Uri>? VerifyAt = null)
{
    /// <summary>What is said where nobody told: saying too much harms nobody.</summary>
    public static FilmOrigin Unknown { get; } = new(Generated: true);

    /// <summary>The photo's own pixels, moved by a program.</summary>
    public static FilmOrigin Studio { get; } = new(Generated: false);

    public FileMark Mark(string name) => FileMark.Of(Generated, VerifyAt?.Invoke(name));
}
