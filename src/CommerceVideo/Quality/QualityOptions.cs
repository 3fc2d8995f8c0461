using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Quality;

/// <summary>What passes and what is rejected, by check and by kind of product; what lies between is for a person.</summary>
public sealed class QualityOptions : IValidatableObject
{
    public const string Section = "Quality";

    /// <summary>
    /// What a model invented and the gate rejects is replaced by the next model, once, then by the studio, and models learn from
    /// it. Off, every such Clip waits for a person with its findings: an untrue verdict must not buy a second Clip.
    /// </summary>
    public bool ReplacesRejected { get; set; } = true;

    /// <summary>By the check's name; every check has one.</summary>
    public Dictionary<string, CheckLimit> Limits { get; } = new(StringComparer.Ordinal);

    /// <summary>Kinds of product that are judged otherwise, by any name.</summary>
    public Dictionary<string, ProductLimits> Types { get; } = new(StringComparer.Ordinal);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var check in QualityChecks.All)
        {
            if (!Limits.TryGetValue(check.Name, out var limit))
            {
                yield return new ValidationResult($"Quality:Limits:{check.Name} is missing.");
            }
            else if (limit.Reject is { } reject && (check.AtLeast ? reject > limit.Review : reject < limit.Review))
            {
                yield return new ValidationResult(
                    $"Quality:Limits:{check.Name}: what is rejected must lie beyond what is reviewed."
                );
            }
        }

        var known = QualityChecks.All.Select(static check => check.Name).ToArray();
        foreach (var name in Limits.Keys.Concat(Types.Values.SelectMany(static type => type.Limits.Keys)).Except(known))
        {
            yield return new ValidationResult($"Quality: '{name}' is not a check.");
        }
    }

    /// <summary>The limits for a product of this type (or category, or title; whatever the merchant wrote).</summary>
    public IReadOnlyDictionary<string, CheckLimit> For(string? productType)
    {
        var words = (productType ?? "")
            .ToLowerInvariant()
            .Split([' ', ',', '/', '>', '&', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var limits = new Dictionary<string, CheckLimit>(Limits, StringComparer.Ordinal);
        var own = Types
            .OrderBy(static type => type.Key, StringComparer.Ordinal)
            .FirstOrDefault(type =>
                type.Value.Words.Any(word => words.Contains(word, StringComparer.OrdinalIgnoreCase))
            );
        foreach (var (name, limit) in own.Value?.Limits ?? [])
        {
            limits[name] = limit;
        }

        return limits;
    }
}

/// <param name="Review">Up to here it passes.</param>
/// <param name="Reject">Beyond this it is rejected; null where a person always decides.</param>
public sealed record CheckLimit
{
    public double Review { get; set; }

    public double? Reject { get; set; }
}

public sealed class ProductLimits
{
    /// <summary>Words of a product type that mean it.</summary>
    public IList<string> Words { get; } = [];

    public Dictionary<string, CheckLimit> Limits { get; } = new(StringComparer.Ordinal);
}
