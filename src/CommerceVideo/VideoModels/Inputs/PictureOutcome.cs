namespace CommerceVideo.VideoModels.Inputs;

/// <summary>A picture ready to be sent, or why it cannot be.</summary>
internal abstract record PictureOutcome
{
    private PictureOutcome() { }

    public sealed record Prepared(PreparedPicture Picture) : PictureOutcome;

    public sealed record Refused(string Reason) : PictureOutcome;
}
