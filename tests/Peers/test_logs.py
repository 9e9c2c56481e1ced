import time
import unittest
import uuid

from lake import PeerTestCase, client


NOW = int(time.time() * 1000)


class Logs(PeerTestCase):
    def test_events_are_written_and_read(self):
        logs, group = client("logs"), "/peer/" + uuid.uuid4().hex
        self.assert_code("ResourceNotFoundException", logs.get_log_events, logGroupName=group, logStreamName="s")
        logs.create_log_group(logGroupName=group)
        logs.create_log_stream(logGroupName=group, logStreamName="s")
        self.assert_code("ResourceAlreadyExistsException", logs.create_log_stream, logGroupName=group, logStreamName="s")
        logs.put_log_events(logGroupName=group, logStreamName="s",
                            logEvents=[{"timestamp": NOW + number, "message": f"line {number}"} for number in range(5)])
        first = logs.get_log_events(logGroupName=group, logStreamName="s", startFromHead=True, limit=3)
        self.assertEqual(["line 0", "line 1", "line 2"], [event["message"] for event in first["events"]])
        second = logs.get_log_events(logGroupName=group, logStreamName="s", nextToken=first["nextForwardToken"])
        self.assertEqual(["line 3", "line 4"], [event["message"] for event in second["events"]])
        end = logs.get_log_events(logGroupName=group, logStreamName="s", nextToken=second["nextForwardToken"])
        self.assertEqual(([], second["nextForwardToken"]), (end["events"], end["nextForwardToken"]))
        last = logs.get_log_events(logGroupName=group, logStreamName="s", limit=2)
        self.assertEqual(["line 3", "line 4"], [event["message"] for event in last["events"]])
        pages = logs.get_paginator("filter_log_events").paginate(logGroupName=group, filterPattern="line -2", PaginationConfig={"PageSize": 2})
        self.assertEqual(4, sum(len(page["events"]) for page in pages))
        self.assertEqual([group], [item["logGroupName"] for item in logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"]])
        logs.create_log_stream(logGroupName=group, logStreamName="t")
        pages = logs.get_paginator("describe_log_streams").paginate(logGroupName=group, PaginationConfig={"PageSize": 1})
        self.assertEqual(["s", "t"], [item["logStreamName"] for page in pages for item in page["logStreams"]])
        self.assertEqual(NOW + 4, logs.describe_log_streams(logGroupName=group)["logStreams"][0]["lastEventTimestamp"])

    def test_a_page_of_streams_goes_on_after_one_that_is_gone(self):
        logs, group = client("logs"), "/peer/" + uuid.uuid4().hex
        logs.create_log_group(logGroupName=group)
        for number, name in enumerate("cab"):
            logs.create_log_stream(logGroupName=group, logStreamName=name)
            logs.put_log_events(logGroupName=group, logStreamName=name, logEvents=[{"timestamp": NOW + number, "message": "x"}])
        newest = dict(logGroupName=group, orderBy="LastEventTime", descending=True, limit=1)
        first = logs.describe_log_streams(**newest)
        self.assertEqual("b", first["logStreams"][0]["logStreamName"])
        logs.delete_log_stream(logGroupName=group, logStreamName="b")
        second = logs.describe_log_streams(**newest, nextToken=first["nextToken"])
        third = logs.describe_log_streams(**newest, nextToken=second["nextToken"])
        self.assertEqual(["a", "c"], [page["logStreams"][0]["logStreamName"] for page in (second, third)])
        self.assertNotIn("nextToken", third)

    def test_groups_and_streams_are_removed(self):
        logs, group = client("logs"), "/peer/" + uuid.uuid4().hex
        for name in (group, group + "-other"):
            logs.create_log_group(logGroupName=name)
        logs.create_log_stream(logGroupName=group, logStreamName="s")
        logs.delete_log_stream(logGroupName=group, logStreamName="s")
        self.assertEqual([], logs.describe_log_streams(logGroupName=group)["logStreams"])
        self.assert_code("ResourceNotFoundException", logs.delete_log_stream, logGroupName=group, logStreamName="s")
        logs.delete_log_group(logGroupName=group)
        pages = logs.get_paginator("describe_log_groups").paginate(logGroupNamePrefix=group, PaginationConfig={"PageSize": 1})
        self.assertEqual([group + "-other"], [item["logGroupName"] for page in pages for item in page["logGroups"]])
        self.assert_code("ResourceNotFoundException", logs.delete_log_group, logGroupName=group)


if __name__ == "__main__":
    unittest.main()
