using CommerceVideo.VideoModels;

namespace CommerceVideo.Routing;

/// <summary>Chooses a model for a Shot among those on hand; pure.</summary>
public static class RoutePlanner
{
    /// <param name="models">The models with a key, best first for this use.</param>
    /// <returns>Null when no model on hand can make the Shot.</returns>
    public static Route? Plan(Shot shot, IReadOnlyList<ModelOnHand> models)
    {
        var able = models
            .Where(model => model.Starts.Contains(shot.Start) && model.Moves.Contains(shot.Move))
            .ToArray();
        return able is [var best, .. var rest]
            ? new Route(best.Id, [.. rest.Select(static model => model.Id)], Why(best, models.Count))
            : null;
    }

    private static string Why(ModelOnHand model, int onHand) =>
        onHand == 1
            ? $"{model.Name} is the only model with a key here; it renders from the photo itself and costs nothing."
            : $"{model.Name} is the best of {onHand} models on hand that can make this shot.";
}
