namespace CommerceVideo.VideoModels;

/// <summary>The models on hand, in order of preference, each with its adapter.</summary>
public sealed class ModelShelf(IReadOnlyList<(ModelOnHand Card, IVideoModel Model)> models)
{
    public IReadOnlyList<ModelOnHand> OnHand { get; } = [.. models.Select(static entry => entry.Card)];

    /// <returns>Null when the model is no longer offered here.</returns>
    public IVideoModel? Find(string id) => models.FirstOrDefault(entry => entry.Card.Id == id).Model;
}
