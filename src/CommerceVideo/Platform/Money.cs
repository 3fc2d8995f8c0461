using System.Globalization;

namespace CommerceVideo.Platform;

/// <summary>An amount with its currency (ISO 4217). Amounts of different currencies are never added or compared.</summary>
public readonly record struct Money(decimal Amount, string Currency)
{
    public const string Dollars = "USD";

    public static Money Nothing(string currency = Dollars) => new(0, currency);

    public bool IsNothing => Amount == 0;

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money one, Money other) => new(one.Amount + one.Same(other).Amount, one.Currency);

    public static Money operator -(Money one, Money other) => new(one.Amount - one.Same(other).Amount, one.Currency);

    public static Money operator *(Money one, decimal times) => one with { Amount = one.Amount * times };

    public static bool operator >(Money one, Money other) => one.Amount > one.Same(other).Amount;

    public static bool operator <(Money one, Money other) => one.Amount < one.Same(other).Amount;

    public static bool operator >=(Money one, Money other) => one.Amount >= one.Same(other).Amount;

    public static bool operator <=(Money one, Money other) => one.Amount <= one.Same(other).Amount;

    /// <summary>The sum; nothing, in dollars, of none.</summary>
    public static Money Sum(IEnumerable<Money> all) =>
        all.Aggregate((Money?)null, static (sum, next) => sum is { } before ? before + next : next) ?? Nothing();

    /// <summary>The amount alone, as contracts write it: at least two decimals, no more than are needed.</summary>
    public string Digits => Amount.ToString("0.00####", CultureInfo.InvariantCulture);

    public override string ToString() => $"{Digits} {Currency}";

    private Money Same(Money other) =>
        string.Equals(Currency, other.Currency, StringComparison.Ordinal)
            ? other
            : throw new InvalidOperationException($"{Currency} and {other.Currency} are not the same money.");
}
