namespace CommerceVideo.Brands.Kits;

/// <summary>What a kit says of one product; what it may not say is left out and told. Pure.</summary>
/// <param name="LeftOut">For a person, a sentence each.</param>
public sealed record KitWords(
    string? Hook,
    IReadOnlyList<string> Captions,
    EndCard? EndCard,
    IReadOnlyList<string> LeftOut
)
{
    /// <summary>Stands for the product's title.</summary>
    public const string Title = "{title}";

    /// <param name="title">The product's, as its shop has it now.</param>
    public static KitWords Of(KitContent kit, string title)
    {
        var leftOut = new List<string>();
        var card = kit.EndCard is { } written
            ? written with
            {
                Line = Said("end card", written.Line),
                Action = Said("end card", written.Action),
                From = Said("end card", written.From),
            }
            : null;
        return new KitWords(
            Said("hook", kit.Hook),
            [.. (kit.Captions ?? []).Select(caption => Said("captions", caption)).OfType<string>()],
            card,
            leftOut
        );

        string? Said(string where, string? text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            var whole = text.Replace(Title, title.Trim(), StringComparison.Ordinal).Trim();
            if (ForbiddenWords.First(whole, kit.ForbiddenWords) is not { } word)
            {
                return whole.Length == 0 ? null : whole;
            }

            leftOut.Add(
                ForbiddenWords.First(title, kit.ForbiddenWords) is null
                || !text.Contains(Title, StringComparison.Ordinal)
                    ? $"The {where} is not on the film: “{whole}” has the forbidden word “{word}” in it."
                    : $"The {where} is not on the film: the product's title has the forbidden word “{word}” in it."
            );
            return null;
        }
    }

    /// <summary>Whether there is anything to write.</summary>
    public bool Any => Hook is not null || Captions.Count > 0 || EndCard is not null;
}
