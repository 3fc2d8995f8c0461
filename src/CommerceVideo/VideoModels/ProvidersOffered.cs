namespace CommerceVideo.VideoModels;

/// <summary>Says once, at the start, which providers are offered and which are not for want of a key.</summary>
internal sealed partial class ProvidersOffered(IEnumerable<ProviderCard> cards, ILogger<ProvidersOffered> logger)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Log.Offered(logger, Titles(static card => card.CanBeUsedWith(card.Key)));
        var without = Titles(static card => !card.CanBeUsedWith(card.Key));
        if (without.Length > 0)
        {
            Log.NotOffered(logger, without);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Titles(Func<ProviderCard, bool> which) =>
        string.Join(", ", cards.Where(which).Select(static card => card.Title));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Video models of {Offered} can be used")]
        public static partial void Offered(ILogger logger, string offered);

        [LoggerMessage(
            2,
            LogLevel.Information,
            "Not offered, for want of a key or an address: {Without}. Set VideoModels__<Provider>__ApiKey, or a shop brings its own"
        )]
        public static partial void NotOffered(ILogger logger, string without);
    }
}
