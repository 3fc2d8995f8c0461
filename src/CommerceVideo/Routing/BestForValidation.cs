using CommerceVideo.VideoModels.Register;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Routing;

/// <summary>Holds what the register says of uses against the uses there are, which it does not know itself.</summary>
internal sealed class BestForValidation : IValidateOptions<ModelsOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelsOptions options)
    {
        var broken = options
            .Versions.SelectMany(static version =>
                version
                    .Value.BestFor.Where(static word => UseWords.Read(word) is null)
                    .Select(word => $"Models:Versions:{version.Key}: BestFor: '{word}' is not a use.")
            )
            .ToArray();
        return broken.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(broken);
    }
}
