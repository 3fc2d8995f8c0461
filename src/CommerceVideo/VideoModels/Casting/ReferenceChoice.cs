using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.VideoModels.Casting;

/// <summary>
/// Which reference pictures of a Shot go to a model, and what is said of the rest; pure. The first frame always comes first:
/// where it and references exclude each other, the references stay behind.
/// </summary>
/// <param name="Sent">Those of one member stand together.</param>
/// <param name="Asked">How many there are in all.</param>
/// <param name="Warning">What the model does not get to see, and why; null when it sees all.</param>
public sealed record ReferenceChoice(IReadOnlyList<ChosenPicture> Sent, int Asked, string? Warning)
{
    public static ReferenceChoice None { get; } = new([], 0, null);

    public int Unserved => Asked - Sent.Count;

    public static ReferenceChoice Of(VideoModel model, Shot shot)
    {
        if (shot.Cast is not { } cast)
        {
            return None;
        }

        var places = Places(model, shot);
        var chosen = cast
            .Members.Where(member => model.TakesPeople || member.Kind != CastKind.Person)
            .SelectMany(
                static (member, at) =>
                    member.Pictures.Select((picture, turn) => (Picture: new ChosenPicture(member, picture), turn, at))
            )
            // In turns: each member's best picture goes before anybody's second.
            .OrderBy(static one => one.turn)
            .Take(places)
            .OrderBy(static one => one.at)
            .Select(static one => one.Picture)
            .ToArray();
        var asked = cast.Members.Sum(static member => member.Pictures.Count);
        return new ReferenceChoice(chosen, asked, Warn(model, shot, chosen.Length, asked));
    }

    /// <summary>A Shot without a first frame shows the product as the first of its references.</summary>
    private static int Places(VideoModel model, Shot shot) =>
        shot.Start == ShotStart.References ? Math.Max(0, model.References - 1) : model.ReferencesBesideFrame;

    private static string? Warn(VideoModel model, Shot shot, int sent, int asked) =>
        sent == asked ? null
        : !model.TakesPeople && shot.Cast!.HasPerson
            ? $"{model.Name} takes no pictures of real people: the house model is not shown to it."
        : sent > 0 ? $"{model.Name} has room for {sent} of the {asked} casting pictures; the others were left out."
        : model.References > 0
            ? $"{model.Name} takes either a first frame or casting pictures: it keeps to the photo, and the casting was left out."
        : $"{model.Name} takes no casting pictures: it keeps to the photo.";
}

/// <param name="Picture">Its content hash.</param>
public sealed record ChosenPicture(CastMember Member, string Picture);
