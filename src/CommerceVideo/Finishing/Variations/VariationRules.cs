using Microsoft.Extensions.Options;

namespace CommerceVideo.Finishing.Variations;

/// <summary>Checked at the start: a template that cannot be followed is named with what is wrong with it.</summary>
internal sealed class VariationRules : IValidateOptions<VariationOptions>
{
    public ValidateOptionsResult Validate(string? name, VariationOptions options)
    {
        List<string> problems =
        [
            .. Of("Openings", options.Openings, static opening => opening.Problem()),
            .. Of("Crops", options.Crops, static crop => crop.Problem()),
            .. Of("Texts", options.Texts, static text => text.Problem()),
            .. Of("Hooks", options.Hooks, HookProblem),
            .. options.Templates.SelectMany((template, at) => Of(options, template, at)),
            .. options
                .Templates.GroupBy(static template => template.Name, StringComparer.OrdinalIgnoreCase)
                .Where(static same => same.Count() > 1)
                .Select(static same => $"{VariationOptions.Section}:Templates has '{same.Key}' {same.Count()} times."),
        ];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Of<T>(string axis, IDictionary<string, T> values, Func<T, string?> problem) =>
        values
            .Select(value => (value.Key, Problem: problem(value.Value)))
            .Where(static value => value.Problem is not null)
            .Select(value => $"{VariationOptions.Section}:{axis}:{value.Key} {value.Problem}.");

    private static string? HookProblem(Dictionary<string, string> hook) =>
        hook.Count == 0 ? "says nothing in any language"
        : hook.FirstOrDefault(static one => string.IsNullOrWhiteSpace(one.Value)) is { Key: { } empty }
            ? $"says nothing in '{empty}'"
        : hook.Values.SelectMany(HookText.Unknown).FirstOrDefault() is { } unknown
            ? $"has {{{unknown}}}; there are {string.Join(", ", HookText.Known.Select(static one => $"{{{one}}}"))}"
        : null;

    private static IEnumerable<string> Of(VariationOptions options, VariationTemplate template, int at)
    {
        (string Axis, string Value, bool Known)[] values =
        [
            ("Hook", template.Hook, template.Hook == VariationOptions.None || options.Hooks.ContainsKey(template.Hook)),
            ("Opening", template.Opening, options.Openings.ContainsKey(template.Opening)),
            ("Crop", template.Crop, options.Crops.ContainsKey(template.Crop)),
            ("Text", template.Text, options.Texts.ContainsKey(template.Text)),
            ("Pace", $"{template.Pace}", Enum.IsDefined(template.Pace)),
            ("Card", $"{template.Card}", Enum.IsDefined(template.Card)),
        ];
        return values
            .Where(static value => !value.Known)
            .Select(value =>
                $"{VariationOptions.Section}:Templates:{at}:{value.Axis} is '{value.Value}', and there is none of that name."
            );
    }
}
