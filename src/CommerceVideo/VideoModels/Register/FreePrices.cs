namespace CommerceVideo.VideoModels.Register;

/// <summary>
/// What costs nothing is neither set aside nor capped, so that a price of nothing at somebody who sends bills would let
/// anything be bought; pure.
/// </summary>
internal static class FreePrices
{
    /// <param name="paid">The providers that send bills.</param>
    public static IEnumerable<string> Broken(ModelsOptions options, IReadOnlyCollection<string> paid) =>
        options
            .Versions.Where(version => paid.Contains(version.Value.Provider) && version.Value.Sizes.Values.Any(HasFree))
            .Select(static version =>
                $"Models:Versions:{version.Key}: a price is nothing, and {version.Value.Provider} sends bills."
            );

    private static bool HasFree(ModelsOptions.SizeOptions size) =>
        size.PerSecond == 0
        || size.PerMillionTokens == 0
        || size.PerMillionPixels == 0
        || size.PerClip.Values.Any(static amount => amount == 0);
}
