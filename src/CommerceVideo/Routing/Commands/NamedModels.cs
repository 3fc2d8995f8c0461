namespace CommerceVideo.Routing.Commands;

/// <summary>
/// <c>--models</c>: the models that count, as if a key were there for each, so that something can be foreseen before an
/// account is opened. The studio is always among them; pure.
/// </summary>
internal static class NamedModels
{
    /// <param name="list"><c>all</c>, <c>studio</c>, or ids and providers, comma-separated; null for what is connected.</param>
    /// <exception cref="WrongUsageException">A word names nothing.</exception>
    public static IReadOnlyList<ModelStanding> Of(IReadOnlyList<ModelStanding> models, string? list)
    {
        if (list is null)
        {
            return models;
        }

        var words = CommandOptions.Words(list);
        var odd = words.FirstOrDefault(word =>
            word != "all" && !models.Any(standing => RouteWish.Names(word, standing.Model))
        );
        if (odd is not null || words.Count == 0)
        {
            throw new WrongUsageException(
                $"--models: '{odd ?? list}' is neither a model of the register nor a provider."
            );
        }

        return
        [
            .. models.Select(standing =>
                words.Any(word => word == "all" || RouteWish.Names(word, standing.Model))
                    ? standing with
                    {
                        Connected = true,
                        Allowed = true,
                    }
                    : standing with
                    {
                        Allowed = standing.Model.TrueToPhoto,
                    }
            ),
        ];
    }

    /// <summary>Providers that are counted on without a key.</summary>
    public static IReadOnlyList<string> Assumed(
        IReadOnlyList<ModelStanding> real,
        IReadOnlyList<ModelStanding> named
    ) =>
        [
            .. real.Zip(named)
                .Where(static pair => !pair.First.Connected && pair.Second is { Connected: true, Allowed: true })
                .Select(static pair => pair.First.Model.Provider)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
