using CommerceVideo.Platform;

namespace CommerceVideo.VideoModels.Register;

/// <summary>A size that a model offers, by the name its contract uses, with what it costs.</summary>
/// <param name="Name">E.g. <c>720p</c>.</param>
/// <param name="ShortSide">Pixels of the frame's short side.</param>
public sealed record ModelSize(string Name, int ShortSide, ModelPrice Price);

/// <summary>How a provider charges.</summary>
public abstract record ModelPrice(string Currency)
{
    /// <param name="seconds">Length that is asked for.</param>
    /// <param name="pixels">Pixels of a frame.</param>
    /// <returns>Null where this length has no price.</returns>
    public abstract Money? For(int seconds, long pixels);

    public sealed record PerSecond(decimal Amount, string Currency) : ModelPrice(Currency)
    {
        public override Money? For(int seconds, long pixels) => new Money(Amount * seconds, Currency);
    }

    /// <summary>A price for each length that is sold.</summary>
    public sealed record PerClip(IReadOnlyDictionary<int, decimal> Amounts, string Currency) : ModelPrice(Currency)
    {
        public override Money? For(int seconds, long pixels) =>
            Amounts.TryGetValue(seconds, out var amount) ? new Money(amount, Currency) : null;
    }

    /// <summary>Pixels of all frames at 24 a second, by the million tokens of 1024 pixels.</summary>
    public sealed record PerMillionTokens(decimal Amount, string Currency) : ModelPrice(Currency)
    {
        private const int FramesPerSecond = 24;
        private const int PixelsPerToken = 1024;

        public override Money? For(int seconds, long pixels) => Of(seconds * FramesPerSecond * pixels / PixelsPerToken);

        /// <summary>To the millionth, as ledgers keep it.</summary>
        public Money Of(long tokens) =>
            new(Math.Round(Amount * tokens / 1_000_000m, 6, MidpointRounding.AwayFromZero), Currency);
    }

    /// <summary>Pixels of all frames at 24 a second, by the million.</summary>
    public sealed record PerMillionPixels(decimal Amount, string Currency) : ModelPrice(Currency)
    {
        private const int FramesPerSecond = 24;

        public override Money? For(int seconds, long pixels) =>
            new Money(
                Math.Round(Amount * seconds * FramesPerSecond * pixels / 1_000_000m, 6, MidpointRounding.AwayFromZero),
                Currency
            );
    }
}
