namespace CommerceVideo.Publishing;

/// <summary>What to do next with a publication.</summary>
internal enum PublicationMove
{
    Stage,
    Attach,

    /// <summary>The attach may have gone through: look for the video on the product.</summary>
    Find,
    AwaitReady,
    Withdraw,
    Rest,
}

/// <summary>The next move of a publication, and which of a product's media is ours; pure.</summary>
internal static class PublicationMoves
{
    /// <summary>Looks for the attached video before it is taken to have been lost.</summary>
    public const int MostLooks = 4;

    /// <param name="wanted">The picture it was made from is on the product.</param>
    /// <param name="replaced">Nothing is on its way any more that will stand in its place.</param>
    public static PublicationMove Next(PublicationState state, bool wanted, bool replaced) =>
        state switch
        {
            PublicationState.Planned when wanted => PublicationMove.Stage,
            PublicationState.Staged when wanted => PublicationMove.Attach,
            PublicationState.Attaching => PublicationMove.Find,
            PublicationState.Processing when wanted => PublicationMove.AwaitReady,
            PublicationState.Withdrawing => PublicationMove.Withdraw,
            PublicationState.Withdrawn or PublicationState.Failed => PublicationMove.Rest,
            _ when wanted => PublicationMove.Rest,
            PublicationState.Planned or PublicationState.Staged => PublicationMove.Withdraw,
            _ => replaced ? PublicationMove.Withdraw : PublicationMove.Rest,
        };

    /// <summary>The video that was not there before and carries our text; claimed ones are another publication's.</summary>
    public static MediaItem? Ours(
        IEnumerable<MediaItem> media,
        Publication publication,
        IReadOnlySet<string> claimed
    ) =>
        media.FirstOrDefault(item =>
            item.IsVideo
            && item.Alt == publication.Alt
            && !publication.MediaBefore.Contains(item.Gid)
            && !claimed.Contains(item.Gid)
        );

    /// <summary>Behind the picture it was made from, and never first: the first item is the product's thumbnail.</summary>
    public static int Position(IReadOnlyList<MediaItem> media, string video, string picture)
    {
        var others = media.Where(item => item.Gid != video).ToArray();
        var at = Array.FindIndex(others, item => item.Gid == picture);
        return at < 0 ? Math.Min(1, others.Length) : at + 1;
    }
}
