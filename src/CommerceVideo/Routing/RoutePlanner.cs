using CommerceVideo.VideoModels;

namespace CommerceVideo.Routing;

/// <summary>Chooses a model for a Shot among those on hand; pure.</summary>
public static class RoutePlanner
{
    /// <param name="models">The models that can be used now, best first for this use.</param>
    /// <returns>Null when no model on hand can make the Shot.</returns>
    public static Route? Plan(Shot shot, IReadOnlyList<ModelOnHand> models)
    {
        var able = models
            .Where(model => model.Starts.Contains(shot.Start) && model.Moves.Contains(shot.Move))
            .ToArray();
        return able is [var best, .. var rest]
            ? new Route(best.Id, [.. rest.Select(static model => model.Id)], Why(best, able.Length))
            : null;
    }

    private static string Why(ModelOnHand model, int able) =>
        (
            able == 1
                ? $"{model.Name} is the only model on hand that can make this shot"
                : $"{model.Name} comes first of the {able} models on hand that can make this shot"
        ) + (model.PricePerSecond == 0 ? ", and it costs nothing." : ".");
}
