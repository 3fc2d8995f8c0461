using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Keys;
using CommerceVideo.VideoModels.Prompts;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.VideoModels;

/// <summary>What is asked of a model for one attempt of one Shot.</summary>
/// <param name="Generation">Our own id of the attempt; the idempotency key where a provider takes one.</param>
/// <param name="Order">The model, and what exactly is bought of it.</param>
/// <param name="Photo">What the Shot starts from: an accepted picture, or the last frame of the Shot before.</param>
/// <param name="Picture">What is known of that picture.</param>
/// <param name="Words">What a prompt may say of the product.</param>
public sealed record GenerationRequest(
    Guid Generation,
    ModelOrder Order,
    Shot Shot,
    PhotoFile Photo,
    PictureFacts Picture,
    PromptWords Words
)
{
    /// <summary>Null for a model that needs none.</summary>
    public ProviderKey? Key { get; init; }

    /// <summary>Where the provider may tell us that it has ended; null where it cannot reach us.</summary>
    public Uri? Callback { get; init; }

    /// <summary>What the Shot must end on (a loop ends on its first picture); null when it may end anywhere.</summary>
    public PhotoFile? Ending { get; init; }

    /// <summary>The casting pictures that go to the model, as <see cref="ReferenceChoice"/> chose them and as they are still kept.</summary>
    public IReadOnlyList<ReferencePicture> References { get; init; } = [];

    /// <summary>The Shot is about a person whose pictures are kept no more.</summary>
    public bool LacksItsPerson =>
        Shot is { Start: ShotStart.References, Cast.HasPerson: true }
        && References.All(static one => one.Member.Kind != CastKind.Person);

    /// <summary>
    /// The same request went out before and was found not to have been taken: an answer that it exists already means that
    /// it was, and is no refusal.
    /// </summary>
    public bool SentBefore { get; init; }

    /// <summary>1 for full size; 0.5 makes everything half as large (rehearsals, tests).</summary>
    public double Scale { get; init; } = 1;

    public VideoModel Model => Order.Model;
}
