using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>The result of Test-LakeConnection.</summary>
/// <param name="Principal">The ARN of the principal.</param>
/// <param name="AccountId">Its account, twelve digits.</param>
/// <param name="Region">The region's code.</param>
/// <param name="IsLocal">True for an embedded lake.</param>
/// <param name="IsAdministrator">Whether the principal is a data lake administrator. Null if that could not be read.</param>
/// <param name="Service">The services that were called.</param>
public sealed record LakeConnectionTest(string Principal, string AccountId, string Region, bool IsLocal, bool? IsAdministrator,
    IReadOnlyList<LakeServiceTest> Service)
{
    /// <summary>Each service that was asked.</summary>
    public IReadOnlyList<LakeServiceTest> Service { get; } = Listed.Of(Service);
}
