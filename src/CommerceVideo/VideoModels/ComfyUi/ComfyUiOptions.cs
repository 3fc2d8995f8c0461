using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.VideoModels.ComfyUi;

/// <summary>A ComfyUI server of one's own: offered once its address is set.</summary>
public sealed class ComfyUiOptions : ProviderOptions, IValidatableObject
{
    public const string Section = "VideoModels:ComfyUi";

    // A name that nobody can have (RFC 2606): no server is set.
    private static readonly Uri Nowhere = new("http://comfyui.invalid/");

    public ComfyUiOptions() => BaseAddress = Nowhere;

    public override bool IsSetUp => BaseAddress != Nowhere;

    /// <summary>
    /// A workflow in ComfyUI's API format with the placeholders of docs/comfyui-contract.md, used for every model on this
    /// server; unset, our own for Wan 2.2.
    /// </summary>
    public string? Workflow { get; set; }

    /// <summary>Of the Clips that the workflow makes.</summary>
    [Range(1, 60)]
    public int FramesPerSecond { get; set; } = 16;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Workflow is not null && Problem(Workflow) is { } problem)
        {
            yield return new ValidationResult($"{Section}:Workflow: {problem}", [nameof(Workflow)]);
        }
    }

    private static string? Problem(string file) =>
        File.Exists(file) ? ComfyUiWorkflow.Problem(File.ReadAllText(file)) : $"there is no file {file}.";
}
