namespace CommerceVideo.VideoModels.Register;

/// <summary>A model that has ended is not called any more, whatever its provider would answer; pure.</summary>
internal static class RetiredModel
{
    /// <returns>What to say instead of calling it; null while it lives.</returns>
    public static string? Reason(VideoModel model, DateTimeOffset now) =>
        model.Dates.IsRetired(now) ? $"{model.Name} ended on {model.Dates.Retired:yyyy-MM-dd}." : null;
}
