using CommerceVideo.Media.Video;

namespace CommerceVideo.Channels.Rules;

/// <summary>How the file is packed.</summary>
internal static class FileRules
{
    private const string OddTracks = "channels refuse files with odd tracks";

    private static readonly Sourced<bool> IndexFirst = new(true, Confidence.House, "it plays before it is loaded");

    private static readonly Sourced<string> StartsAtOnce = new(
        "starts with a frame",
        Confidence.Unconfirmed,
        "some players show black or drift out of step"
    );

    private static readonly Sourced<int> One = new(1, Confidence.Unconfirmed, OddTracks);

    private static readonly Sourced<int> None = new(0, Confidence.Unconfirmed, OddTracks);

    public static void Judge(RuleBook book, ContainerFacts container, Placement placement)
    {
        var containers = placement.Containers;
        var known = containers.Value.Contains(container.Format, StringComparer.Ordinal);
        book.Ask("container", containers, known, container.Format, string.Join(", ", containers.Value));
        book.Ask("fastStart", IndexFirst, container.FastStart, container.FastStart);
        book.Ask("editList", StartsAtOnce, !container.EmptyEdit, "starts empty");
        book.Ask("pictureStreams", One, container.PictureStreams == 1, container.PictureStreams);
        book.Ask("otherStreams", None, container.OtherStreams == 0, container.OtherStreams);
    }
}
