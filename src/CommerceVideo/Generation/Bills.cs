using CommerceVideo.Platform;

namespace CommerceVideo.Generation;

/// <summary>What of a provider's word on its price can be booked; pure.</summary>
internal static class Bills
{
    /// <param name="currency">That it was bought in.</param>
    /// <returns>Null, as if it had said nothing, where it speaks of other money or of less than none.</returns>
    public static Money? Of(Money? said, string currency) =>
        said switch
        {
            { IsNothing: true } => Money.Nothing(currency),
            { Amount: > 0 } amount when amount.Currency == currency => amount,
            _ => null,
        };
}
