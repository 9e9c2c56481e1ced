BeforeDiscovery {
    # The embedded lake runs a job with this machine's Python; where none has boto3, only what runs no script is tested.
    $python = Get-Command python3 -ErrorAction Ignore
    $noBoto3 = -not ($python -and @($python.Source, '/usr/bin/python3').Where({ (Test-Path $_) -and ((& $_ -c 'import boto3; print(1)' 2>$null) -eq '1') }))
    if ($env:LAKETOOLS_REQUIRE_PEERS -eq '1') { $noBoto3 = $false }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $start = 'LakeTools.Cmdlets.Jobs.StartLakeGlueJobCommand'
    $new = 'LakeTools.Cmdlets.Jobs.NewLakeGlueJobCommand'
    $null = New-LakeBucket scripts

    function New-Script([string] $Name, [string] $Text) {
        $file = Join-Path $TestDrive "$Name.py"
        Set-Content $file $Text
        $null = Send-LakeObject -Path $file -Uri "s3://scripts/$Name.py"
        New-LakeGlueJob $Name -Role role/Loader -ScriptLocation "s3://scripts/$Name.py" -Command pythonshell
    }
}

AfterAll { Disconnect-Lake }

Describe 'New-LakeGlueJob' {
    It 'makes a job as it is told' {
        $job = New-LakeGlueJob made -Role role/Loader -ScriptLocation s3://scripts/made.py -WorkerType g.1x -NumberOfWorkers 2 -GlueVersion 5.0 `
            -DefaultArgument @{ table = 'sales'; '--mode' = 'append' } -MaxRetries 1 -Timeout 60
        $job | Should -BeOfType ([LakeTools.LakeJob])
        $job.Command | Should -Be 'glueetl'
        $job.Role | Should -Be 'arn:aws:iam::000000000000:role/Loader'
        $job.WorkerType | Should -BeExactly 'G.1X'
        $job.NumberOfWorkers | Should -Be 2
        $job.DefaultArgument['--table'] | Should -Be 'sales'
        $job.DefaultArgument['--mode'] | Should -Be 'append'
        (Get-LakeGlueJob made).Timeout | Should -Be 60
    }

    It 'refuses a default argument that is in a secret <where>' -ForEach @(
        @{ where = 'below other keys'; value = @{ db = @{ password = 'hidden-deep' } }; argument = 'hidden-deep' }
        @{ where = 'in a list'; value = @{ host = @(@{ password = 'hidden-listed' }) }; argument = 'hidden-listed' }
        @{ where = 'that is a JSON array'; value = '["hidden-array"]'; argument = 'hidden-array' }
        @{ where = 'as JSON in a text'; value = @{ settings = '{"password":"hidden-text"}' }; argument = 'hidden-text' }
        @{ where = 'twice under one key'; value = '{"password":"hidden-first","password":"hidden-last"}'; argument = 'hidden-first' }
        @{ where = 'that ends with a line break'; value = "hidden-line`r`n"; argument = 'jdbc://me:hidden-line@db' }
        @{ where = 'that has blanks, under a key'; value = @{ password = " hidden-blank `n" }; argument = 'hidden-blank' }
        @{ where = 'that is binary'; value = [Text.Encoding]::UTF8.GetBytes('hidden-binary'); argument = 'hidden-binary' }
    ) {
        $secret = 'deep-' + [guid]::NewGuid()
        $null = New-LakeSecret $secret -Value $value
        { New-LakeGlueJob leaky -Role role/Loader -ScriptLocation s3://scripts/made.py -DefaultArgument @{ p = $argument } -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.SecretInArgument,$new"
        Get-LakeGlueJob leaky -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'accepts the host and the port of a database that are below other keys of a secret' {
        $null = New-LakeSecret deep-public -Value @{ db = @{ host = 'db.internal.example', 'db2.internal.example'; port = 65432; password = 'hidden-beside' } }
        $job = New-LakeGlueJob public -Role role/Loader -ScriptLocation s3://scripts/made.py -DefaultArgument @{ h = 'db.internal.example'; p = '65432' }
        $job.DefaultArgument['--h'] | Should -Be 'db.internal.example'
    }

    It 'refuses <why>' -ForEach @(
        @{ why = 'an unknown worker type'; id = 'UnknownWorkerType'; more = @{ WorkerType = 'G.9X' } }
        @{ why = 'what is no version of Glue'; id = 'UnknownGlueVersion'; more = @{ GlueVersion = '4.5' } }
        @{ why = 'workers for plain Python'; id = 'InvalidJobCapacity'; more = @{ Command = 'pythonshell'; WorkerType = 'G.1X'; NumberOfWorkers = 2 } }
        @{ why = 'a worker type without a number'; id = 'InvalidJobCapacity'; more = @{ WorkerType = 'G.1X' } }
        @{ why = 'capacity and workers'; id = 'InvalidJobCapacity'; more = @{ WorkerType = 'G.1X'; NumberOfWorkers = 2; MaxCapacity = 2 } }
        @{ why = 'half of a machine for plain Python'; id = 'InvalidJobCapacity'; more = @{ Command = 'pythonshell'; MaxCapacity = 0.5 } }
        @{ why = 'a script that is not in S3'; id = 'InvalidS3Uri'; more = @{ ScriptLocation = './job.py' } }
        @{ why = 'an argument without a name'; id = 'InvalidJobArgument'; more = @{ DefaultArgument = @{ '--' = 'x' } } }
        @{ why = 'an argument given twice'; id = 'InvalidJobArgument'; more = @{ DefaultArgument = @{ 'a' = 'x'; '--a' = 'y' } } }
        @{ why = 'a list as a value'; id = 'InvalidJobArgument'; more = @{ DefaultArgument = @{ a = 1, 2 } } }
    ) {
        $parameters = @{ Name = 'bad'; Role = 'r'; ScriptLocation = 's3://scripts/x.py' }
        foreach ($key in $more.Keys) { $parameters[$key] = $more[$key] }
        { New-LakeGlueJob @parameters -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$new"
        Get-LakeGlueJob ba[d] | Should -BeNullOrEmpty
    }

    It 'refuses a name that is taken' {
        $null = New-LakeGlueJob taken -Role r -ScriptLocation s3://scripts/x.py
        { New-LakeGlueJob taken -Role r -ScriptLocation s3://scripts/x.py -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.JobExists,$new"
    }
}

Describe 'Get-LakeGlueJob and Remove-LakeGlueJob' {
    It 'find by pattern and remove through the pipeline' {
        1..3 | ForEach-Object { $null = New-LakeGlueJob "tmp-$_" -Role r -ScriptLocation s3://scripts/x.py }
        (Get-LakeGlueJob tmp-*).Name | Should -Be @('tmp-1', 'tmp-2', 'tmp-3')
        Get-LakeGlueJob tmp-[12] | Remove-LakeGlueJob -Confirm:$false
        (Get-LakeGlueJob tmp-*).Name | Should -Be 'tmp-3'
    }

    It 'say when there is no such job' {
        { Get-LakeGlueJob none -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.JobNotFound,LakeTools.Cmdlets.Jobs.GetLakeGlueJobCommand'
        { Remove-LakeGlueJob none -Confirm:$false -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.JobNotFound,LakeTools.Cmdlets.Jobs.RemoveLakeGlueJobCommand'
    }
}

Describe 'Set-LakeGlueJob' {
    BeforeAll { $set = 'LakeTools.Cmdlets.Jobs.SetLakeGlueJobCommand' }

    BeforeEach {
        $null = New-LakeGlueJob changed -Role role/Loader -ScriptLocation s3://scripts/a.py -WorkerType G.2X -NumberOfWorkers 3 -GlueVersion 4.0 `
            -DefaultArgument @{ table = 'sales'; mode = 'append' } -MaxRetries 2 -Timeout 60 -MaxConcurrentRuns 4 -Description before -Tag @{ team = 'a'; stage = 'x' }
    }

    AfterEach { Remove-LakeGlueJob changed -Confirm:$false }

    It 'changes <what> and keeps the rest' -ForEach @(
        @{ what = 'nothing'; more = @{}; now = @{} }
        @{ what = 'the timeout'; more = @{ Timeout = 5 }; now = @{ Timeout = 5 } }
        @{ what = 'the role'; more = @{ Role = 'role/Other' }; now = @{ Role = 'arn:aws:iam::000000000000:role/Other' } }
        @{ what = 'the script'; more = @{ ScriptLocation = 's3://scripts/b.py' }; now = @{ ScriptLocation = 's3://scripts/b.py' } }
        @{ what = 'the version'; more = @{ GlueVersion = '5' }; now = @{ GlueVersion = '5.0' } }
        @{ what = 'the number of workers'; more = @{ NumberOfWorkers = 7 }; now = @{ NumberOfWorkers = 7; MaxCapacity = 14 } }
        @{ what = 'the workers'' type'; more = @{ WorkerType = 'r.1x' }; now = @{ WorkerType = 'R.1X'; MaxCapacity = 3 } }
        @{ what = 'workers to capacity'; more = @{ MaxCapacity = 5 }; now = @{ WorkerType = $null; NumberOfWorkers = $null; MaxCapacity = 5 } }
        @{ what = 'retries and runs'; more = @{ MaxRetries = 0; MaxConcurrentRuns = 1 }; now = @{ MaxRetries = 0; MaxConcurrentRuns = 1 } }
        @{ what = 'the description'; more = @{ Description = '' }; now = @{ Description = $null } }
    ) {
        $before = Get-LakeGlueJob changed
        Set-LakeGlueJob changed @more | Should -BeNullOrEmpty
        $after = Get-LakeGlueJob changed
        $names = 'Description', 'Command', 'ScriptLocation', 'PythonVersion', 'Role', 'GlueVersion', 'WorkerType', 'NumberOfWorkers', 'MaxCapacity', 'MaxRetries', 'Timeout', 'MaxConcurrentRuns'
        foreach ($name in $names) { $after.$name | Should -Be $(if ($now.ContainsKey($name)) { $now[$name] } else { $before.$name }) -Because $name }
        $after.DefaultArgument['--table'] | Should -Be 'sales'
    }

    It 'sets and takes away arguments and tags' {
        $job = Set-LakeGlueJob changed -DefaultArgument @{ '--mode' = $null; table = 'orders'; new = 1 } -Tag @{ stage = $null; team = 'b'; cost = 7 } -PassThru
        $job.DefaultArgument.Count | Should -Be 2
        $job.DefaultArgument['--table'] | Should -Be 'orders'
        $job.DefaultArgument['--new'] | Should -Be '1'
        $tags = (Get-LakeGlueJob changed -IncludeTag).Tag
        $tags.Count | Should -Be 2
        $tags['team'] | Should -Be 'b'
        $tags['cost'] | Should -Be '7'
        (Get-LakeGlueJob changed).Tag | Should -BeNullOrEmpty
    }

    It 'changes jobs of the pipeline, and goes on after one that is not there' {
        'none', 'changed' | Set-LakeGlueJob -Timeout 9 -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -Be "LakeTools.JobNotFound,$set"
        (Get-LakeGlueJob changed).Timeout | Should -Be 9
        Get-LakeGlueJob changed | Set-LakeGlueJob -Timeout 10
        (Get-LakeGlueJob changed).Timeout | Should -Be 10
    }

    It 'changes nothing with -WhatIf' {
        Set-LakeGlueJob changed -Timeout 1 -Tag @{ team = $null } -WhatIf
        $job = Get-LakeGlueJob changed -IncludeTag
        $job.Timeout | Should -Be 60
        $job.Tag['team'] | Should -Be 'a'
    }

    It 'refuses <id>' -ForEach @(
        @{ id = 'UnknownWorkerType'; more = @{ WorkerType = 'G.3X' } }
        @{ id = 'UnknownGlueVersion'; more = @{ GlueVersion = '2.5' } }
        @{ id = 'InvalidS3Uri'; more = @{ ScriptLocation = 'b.py' } }
        @{ id = 'InvalidJobCapacity'; more = @{ MaxCapacity = 2; NumberOfWorkers = 2 } }
        @{ id = 'InvalidJobArgument'; more = @{ DefaultArgument = @{ 'a b' = 'x' } } }
        @{ id = 'SecretInArgument'; more = @{ DefaultArgument = @{ pw = (ConvertTo-SecureString 'x' -AsPlainText -Force) } } }
    ) {
        { Set-LakeGlueJob changed -Timeout 1 @more -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$set"
        (Get-LakeGlueJob changed).Timeout | Should -Be 60
    }

    It 'gives plain Python a capacity and no workers' {
        $null = New-LakeGlueJob plain -Role r -ScriptLocation s3://scripts/x.py -Command pythonshell
        (Set-LakeGlueJob plain -MaxCapacity 1 -PassThru).MaxCapacity | Should -Be 1
        { Set-LakeGlueJob plain -NumberOfWorkers 2 -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.InvalidJobCapacity,$set"
        (Set-LakeGlueJob plain -Timeout 3 -PassThru).MaxCapacity | Should -Be 1
    }
}

Describe 'Reset-LakeGlueJobBookmark' {
    It 'forgets how far a job has come' {
        $null = New-LakeGlueJob marked -Role r -ScriptLocation s3://scripts/x.py
        Reset-LakeGlueJobBookmark marked | Should -BeNullOrEmpty
        $bookmark = Get-LakeGlueJob marked | Reset-LakeGlueJobBookmark -PassThru
        $bookmark | Should -BeOfType ([LakeTools.LakeJobBookmark])
        $bookmark.JobName | Should -Be 'marked'
        $bookmark.Version | Should -Be 1
        Reset-LakeGlueJobBookmark marked -WhatIf
        (Reset-LakeGlueJobBookmark marked -PassThru).Version | Should -Be 2
    }

    It 'says when there is no such job' {
        { Reset-LakeGlueJobBookmark none -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.JobNotFound,LakeTools.Cmdlets.Jobs.ResetLakeGlueJobBookmarkCommand'
    }
}

Describe 'Start-LakeGlueJob' {
    BeforeAll {
        $null = New-LakeSecret my-db -Value @{ username = 'loader'; password = 'Tr0ub4dor&3' }
        $null = New-LakeGlueJob guarded -Role r -ScriptLocation s3://scripts/none.py -Command pythonshell
    }

    It 'refuses a secret''s value <where>' -ForEach @(
        @{ where = 'as it is'; make = { 'Tr0ub4dor&3' } }
        @{ where = 'inside a longer text'; make = { 'jdbc:postgresql://loader:Tr0ub4dor&3@host/db' } }
        @{ where = 'in JSON'; make = { @{ p = 'Tr0ub4dor&3' } | ConvertTo-Json } }
        @{ where = 'in base64'; make = { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('loader:Tr0ub4dor&3')) } }
        @{ where = 'as the whole secret'; make = { Get-LakeSecret my-db -AsPlainText } }
        @{ where = 'as a SecureString'; make = { Get-LakeSecret my-db -Key password } }
        @{ where = 'as a LakeSecret'; make = { Get-LakeSecret my-db } }
    ) {
        $failure = $null
        try { Start-LakeGlueJob guarded -Argument @{ harmless = 'x'; pw = (& $make) } -ErrorAction Stop } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -Be "LakeTools.SecretInArgument,$start"
        $failure.Exception.Message | Should -Not -Match 'Tr0ub4dor'
        Get-LakeGlueJobRun guarded | Should -BeNullOrEmpty
    }

    It 'names what is not there: <id>' -ForEach @(
        @{ id = 'JobNotFound'; parameters = @{ Name = 'none' } }
        @{ id = 'SecretNotFound'; parameters = @{ Name = 'guarded'; SecretArgument = @{ a = 'none#key' } } }
        @{ id = 'UnknownWorkerType'; parameters = @{ Name = 'guarded'; WorkerType = 'Huge' } }
    ) {
        { Start-LakeGlueJob @parameters -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$start"
    }

    It 'starts nothing with -WhatIf' {
        Start-LakeGlueJob guarded -WhatIf
        Get-LakeGlueJobRun guarded | Should -BeNullOrEmpty
    }

    It 'tells a run that cannot start as its failure' {
        $failure = $null
        try { Start-LakeGlueJob guarded -Wait -ErrorAction Stop } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -Be "LakeTools.JobRunFailed,$start"
        $failure.TargetObject | Should -BeOfType ([LakeTools.LakeJobRun])
        $failure.TargetObject.State | Should -Be 'FAILED'
    }
}

Describe 'A run of a Python job' -Skip:$noBoto3 {
    It 'reads its secret with its own role and leaves its result in S3' {
        $null = New-LakeSecret run-db -Value @{ username = 'loader'; password = 'correct horse' }
        $null = New-Script reader @'
import json, sys, boto3
from awsglue.utils import getResolvedOptions
options = getResolvedOptions(sys.argv, ["password", "bucket"])
arn, _, key = options["password"].partition("#")
value = boto3.client("secretsmanager").get_secret_value(SecretId=arn)["SecretString"]
password = json.loads(value)[key] if key else value
boto3.client("s3").put_object(Bucket=options["bucket"], Key="result.txt", Body=str(len(password)).encode())
print("as", boto3.client("sts").get_caller_identity()["Arn"])
'@
        $run = Start-LakeGlueJob reader -Argument @{ bucket = 'scripts' } -SecretArgument @{ password = 'run-db#password' } -Wait
        $run.State | Should -Be 'SUCCEEDED'
        $run.Argument.Keys | Should -Be '--bucket'
        $run.SecretArgument['--password'] | Should -Match '^arn:aws:secretsmanager:.*#password$'
        $null = Receive-LakeObject -Uri s3://scripts/result.txt -Destination (Join-Path $TestDrive result.txt)
        Get-Content (Join-Path $TestDrive result.txt) | Should -Be '13'
        (Get-LakeGlueJobLog reader).Message | Should -Match ':assumed-role/Loader/'
        $run | Get-LakeGlueJobLog -Follow | Should -HaveCount 1
    }

    It 'that fails is an error with the end of its log' {
        $null = New-Script failing 'raise ValueError("what went wrong")'
        $failure = $null
        try { Start-LakeGlueJob failing -Wait -ErrorAction Stop } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -Be "LakeTools.JobRunFailed,$start"
        $failure.CategoryInfo.Category | Should -Be 'InvalidResult'
        $failure.Exception.Message | Should -Match 'what went wrong'
        (Get-LakeGlueJobLog failing -ErrorStream).Message | Should -Contain 'ValueError: what went wrong'
    }

    It 'that is stopped ends' {
        $null = New-Script endless 'import time; time.sleep(600)'
        Start-LakeGlueJob endless | Stop-LakeGlueJobRun
        { Wait-LakeGlueJobRun endless -TimeoutSeconds 600 -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.JobRunStopped,LakeTools.Cmdlets.Jobs.WaitLakeGlueJobRunCommand'
    }

    It 'that takes longer than one waits goes on' {
        $null = New-Script slow 'import time; time.sleep(600)'
        $run = Start-LakeGlueJob slow
        { $run | Wait-LakeGlueJobRun -TimeoutSeconds 1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.JobRunWaitTimeout,LakeTools.Cmdlets.Jobs.WaitLakeGlueJobRunCommand'
        { Start-LakeGlueJob slow -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.JobRunsExceeded,$start"
        $run | Stop-LakeGlueJobRun
        { Wait-LakeGlueJobRun slow -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.JobRunStopped,LakeTools.Cmdlets.Jobs.WaitLakeGlueJobRunCommand'
    }

    It 'shows no secret that its script prints in the error' {
        $null = New-LakeSecret printed -Value 'swordfish-77'
        $null = New-Script careless 'raise ValueError("the password is swordfish-77")'
        $failure = $null
        try { Start-LakeGlueJob careless -Wait -ErrorAction Stop } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -Be "LakeTools.JobRunFailed,$start"
        $failure.Exception.Message | Should -Not -Match 'swordfish'
    }
}

Describe 'A run of a Spark job' {
    BeforeAll {
        $path = $env:PATH
        $null = New-LakeGlueJob spark -Role role/Loader -ScriptLocation s3://scripts/spark.py -DefaultArgument @{ table = 'sales' }
        Set-Content (Join-Path $TestDrive spark.py) 'print("not run")'
        $null = Send-LakeObject -Path (Join-Path $TestDrive spark.py) -Uri s3://scripts/spark.py
    }

    AfterEach { $env:PATH = $path }

    It 'fails at once where spark-submit is not on the PATH, and says so' -Skip:([bool](Get-Command spark-submit -ErrorAction Ignore)) {
        $failure = $null
        try { Start-LakeGlueJob spark -Wait -ErrorAction Stop } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -Be "LakeTools.JobRuntimeNotFound,$start"
        (Get-LakeGlueJobRun spark)[0].State | Should -Be 'FAILED'
    }

    It 'runs with spark-submit where that is on the PATH' -Skip:($IsWindows) {
        $bin = (New-Item -ItemType Directory (Join-Path $TestDrive bin)).FullName
        Set-Content (Join-Path $bin spark-submit) "#!/bin/sh`necho `"submitted `$*`"`necho `"as `${AWS_ACCESS_KEY_ID%%????????????????}`" >&2"
        chmod +x (Join-Path $bin spark-submit)
        $env:PATH = $bin + [IO.Path]::PathSeparator + $path
        (Start-LakeGlueJob spark -Argument @{ day = 1 } -Wait).State | Should -Be 'SUCCEEDED'
        $line = (Get-LakeGlueJobLog spark).Message
        $line | Should -Match '^submitted --master local'
        $line | Should -Match 'spark\.py .*--table sales'
        $line | Should -Match '--day 1'
        (Get-LakeGlueJobLog spark -ErrorStream).Message | Should -Be 'as ASIA'
    }
}

Describe 'Get-LakeGlueJobLog -Follow' -Skip:$noBoto3 {
    It 'gives each line once, and ends with the run' {
        $null = New-Script counting "import time`nfor number in range(4):`n    print('line', number)`n    time.sleep(0.4)"
        $lines = Start-LakeGlueJob counting | Get-LakeGlueJobLog -Follow
        $lines.Message | Should -Be @('line 0', 'line 1', 'line 2', 'line 3')
        (Get-LakeGlueJobRun counting).State | Should -Be 'SUCCEEDED'
    }
}
