using LakeTools.Local.Api;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Models;

namespace LakeTools.Local.CloudTrail;

/// <summary>
/// AWS CloudTrail (json 1.1, version 2013-11-01): the audit trail of the lake. It has the events of data that Lake Formation gives; calls
/// of other operations are not in it. IAM allows every call.
/// </summary>
internal sealed class CloudTrailApi : JsonApi
{
    public CloudTrailApi()
    {
        Read("LookupEvents", EventLookup.Lookup);
        Write("CreateTrail", TrailOperations.Create);
        Write("DeleteTrail", TrailOperations.Delete);
        Read("DescribeTrails", TrailOperations.Describe);
        Read("GetTrailStatus", TrailOperations.Status);
        Write("StartLogging", TrailOperations.Start);
        Write("StopLogging", TrailOperations.Stop);
    }

    public override string Service => "cloudtrail";

    public override StorePart Part => CloudTrailTables.Part;

    public override ApiException? Explain(string operation, BrokenConstraint broken) =>
        operation == "LookupEvents" && broken.Path.EndsWith("axResults", StringComparison.Ordinal)
            ? new ApiException("InvalidMaxResultsException", "MaxResults must be between 1 and 50.") : null;
}
