namespace CommerceVideo.VideoModels.Callbacks;

/// <summary>A provider that tells by itself when something has ended. What it tells only wakes us: the truth is asked for.</summary>
public interface ICallsBack
{
    Task<CallbackOutcome> HearAsync(ProviderCallback callback, CancellationToken ct);
}
