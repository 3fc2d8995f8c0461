using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Platform.Storage;

public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Where files are kept on the local disk.</summary>
    [Required]
    public string Folder { get; set; } = ".data/storage";
}
