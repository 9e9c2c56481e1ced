using LakeTools.Local.Api;
using LakeTools.Local.Store;

namespace LakeTools.Local.Logs;

/// <summary>
/// CloudWatch Logs (json 1.1, version 2014-03-28): what reads the logs of jobs, and what a job's script may write itself.
/// </summary>
internal sealed class LogsApi : JsonApi
{
    public LogsApi()
    {
        Write("CreateLogGroup", LogGroups.CreateGroup);
        Write("CreateLogStream", LogGroups.CreateStream);
        Write("DeleteLogGroup", LogGroups.DeleteGroup);
        Write("DeleteLogStream", LogGroups.DeleteStream);
        Read("DescribeLogGroups", LogGroups.DescribeGroups);
        Read("DescribeLogStreams", LogGroups.DescribeStreams);
        Write("PutLogEvents", LogEvents.Put);
        Read("GetLogEvents", LogEvents.Get);
        Read("FilterLogEvents", LogEvents.Filter);
    }

    public override string Service => "logs";

    public override StorePart Part => LogTables.Part;
}
