using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Generation;

public sealed class RenderingOptions
{
    public const string Section = "Rendering";

    /// <summary>1 for full size; 0.5 makes everything half as large, for rehearsals.</summary>
    [Range(0.1, 1)]
    public double Scale { get; set; } = 1;
}
