using Microsoft.Extensions.Options;

namespace CommerceVideo.VideoModels.Register;

/// <summary>Holds the register against its rules before anything starts.</summary>
internal sealed class RegisterValidation(IEnumerable<ProviderCard> providers) : IValidateOptions<ModelsOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelsOptions options)
    {
        var broken = RegisterRules
            .Broken(options, [.. providers.Select(static one => one.Name)])
            .Concat(
                FreePrices.Broken(
                    options,
                    [.. providers.Where(static one => one.NeedsKey).Select(static one => one.Name)]
                )
            )
            .ToArray();
        return broken.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(broken);
    }
}
