namespace CommerceVideo.VideoModels;

/// <summary>What is asked of a model for one attempt of one Shot.</summary>
/// <param name="Generation">Our own id of the attempt; the idempotency key where a provider takes one.</param>
/// <param name="PhotoFile">A local, already accepted picture file.</param>
/// <param name="PhotoHash">Its <see cref="Media.Photos.PhotoReading.Accepted.ContentHash"/>.</param>
/// <param name="Subject">What the merchant calls the product; helps to find it where a person wears it.</param>
/// <param name="Scale">1 for full size; 0.5 makes everything half as large (rehearsals, tests).</param>
public sealed record GenerationRequest(
    Guid Generation,
    Shot Shot,
    string PhotoFile,
    string PhotoHash,
    string? Subject = null,
    double Scale = 1
);
