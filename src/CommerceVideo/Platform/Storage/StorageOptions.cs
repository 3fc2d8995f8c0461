using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Platform.Storage;

public sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    /// <summary>Where files are kept on the local disk; with S3 only those on their way there.</summary>
    [Required]
    public string Folder { get; set; } = ".data/storage";

    /// <summary>Keeps the files in S3 once it names a bucket.</summary>
    public S3Options S3 { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (S3.Bucket is not null && S3.Region is null && S3.Address is null)
        {
            yield return new ValidationResult(
                "Storage:S3 needs a Region or an Address beside its Bucket.",
                [nameof(S3)]
            );
        }

        if (S3.AccessKey is null != S3.SecretKey is null)
        {
            yield return new ValidationResult(
                "Storage:S3 needs both AccessKey and SecretKey, or neither.",
                [nameof(S3)]
            );
        }
    }
}
