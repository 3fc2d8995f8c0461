using System.Globalization;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Casting;

/// <summary>Binds the pictures of a request to what they show; pure.</summary>
internal static class ReferenceSpeech
{
    /// <summary>
    /// For models that count all pictures of a request from one: the product's own first where no frame shows it, the casting
    /// after it.
    /// </summary>
    /// <returns>Empty where there is nothing to bind.</returns>
    public static string Bind(Shot shot, PromptWords words, IReadOnlyList<ReferencePicture> references) =>
        shot.Start == ShotStart.References
            ? $"{Product(words, Numbered(1))} {Casting(references, 2, Numbered)}".Trim()
            : "";

    public static string Product(PromptWords words, string tag) =>
        $"The {words.Noun} is the one in {tag}, the same in every detail.";

    /// <param name="first">The number of the first casting picture, as the model counts.</param>
    /// <param name="tag">From a picture's number to its name in a prompt.</param>
    public static string Casting(IReadOnlyList<ReferencePicture> references, int first, Func<int, string> tag) =>
        string.Join(
            ' ',
            references
                .Select((one, at) => (one.Member, Tag: tag(first + at)))
                .GroupBy(static one => one.Member.Id)
                .Select(static group => Sentence(group.First().Member, [.. group.Select(static one => one.Tag)]))
        );

    public static string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"Image {number}");

    private static string Sentence(CastMember member, IReadOnlyList<string> tags)
    {
        var looks = member.Looks.Trim().TrimEnd('.');
        var described = looks.Length > 0 ? $" ({looks})" : "";
        var from = string.Join(" and ", tags.Distinct(StringComparer.Ordinal));
        return member.Kind == CastKind.Person
            ? $"The person is the one in {from}{described}: the same face, hair and build throughout."
            : $"The place is the one in {from}{described}.";
    }
}
