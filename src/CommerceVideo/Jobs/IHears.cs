namespace CommerceVideo.Jobs;

/// <summary>
/// How news travels to later steps of the flow without the earlier ones knowing them: the earlier step defines the record and
/// saves, together with its change, whatever work the listeners say it causes.
/// </summary>
public interface IHears<in TNews>
{
    IEnumerable<WorkRequest> Hear(TNews news);
}

internal static class Hearing
{
    public static WorkRequest[] Causes<TNews>(this IEnumerable<IHears<TNews>> listeners, TNews news) =>
        [.. listeners.SelectMany(listener => listener.Hear(news))];
}
