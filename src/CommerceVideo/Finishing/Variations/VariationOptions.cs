using Microsoft.Extensions.Options;

namespace CommerceVideo.Finishing.Variations;

/// <summary>The section <c>Finishing:Variations</c>.</summary>
public sealed class VariationOptions
{
    public const string Section = "Finishing:Variations";

    /// <summary>In the order in which they are made when fewer are wanted.</summary>
    public IList<VariationTemplate> Templates { get; init; } = [];
}

/// <summary>Checked at the start: a template that cannot be followed is named with what is wrong with it.</summary>
internal sealed class VariationRules : IValidateOptions<VariationOptions>
{
    public ValidateOptionsResult Validate(string? name, VariationOptions options)
    {
        var problems = options
            .Templates.Select(static (template, at) => (At: at, template.Name, Problem: template.Problem()))
            .Where(static one => one.Problem is not null)
            .Select(static one => $"{VariationOptions.Section}:Templates:{one.At} ('{one.Name}') {one.Problem}.")
            .Concat(
                options
                    .Templates.GroupBy(static template => template.Name, StringComparer.OrdinalIgnoreCase)
                    .Where(static same => same.Count() > 1)
                    .Select(static same =>
                        $"{VariationOptions.Section}:Templates has '{same.Key}' {same.Count()} times."
                    )
            )
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
