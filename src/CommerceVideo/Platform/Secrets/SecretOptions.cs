using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Platform.Secrets;

public sealed class SecretOptions
{
    public const string Section = "Secrets";

    /// <summary>32 random bytes in base64, e.g. from <c>openssl rand -base64 32</c>. Seals tokens, signs links.</summary>
    [Required(ErrorMessage = "Set Secrets__Key to 32 random bytes in base64 (openssl rand -base64 32).")]
    [Base64String]
    public string Key { get; set; } = "";
}
