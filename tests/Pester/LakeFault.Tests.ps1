BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Connection'
}

AfterAll {
    Stop-LakeServer
    Disconnect-Lake
}

Describe 'Connect-Lake -Fault' {
    BeforeEach { $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n')) }

    It 'strikes by a kind alone whatever is asked' {
        $lake = Connect-Lake -Local $folder -Fault Throttle -PassThru
        { Get-GlueDatabase -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.Throttled,*'
        { Get-LakeSecretInfo -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.Throttled,*'
        $lake.FaultCount | Should -Be 6
    }

    It 'gives <Kind> as <Id>' -ForEach @(
        @{ Kind = 'Throttle'; Id = 'Throttled' }
        @{ Kind = 'ServerError'; Id = 'ServiceError' }
        @{ Kind = 'ConcurrentModification'; Id = 'RequestConflict' }
        @{ Kind = 'Reset'; Id = 'ConnectionLost' }
        @{ Kind = 'LostAnswer'; Id = 'ConnectionLost' }
        @{ Kind = 'CutAnswer'; Id = 'ConnectionLost' }
    ) {
        $null = Connect-Lake -Local $folder -Fault $Kind
        { New-GlueDatabase sales -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$Id,*"
    }

    It 'passes what is tried again' {
        $lake = Connect-Lake -Local $folder -Fault @{ kind = 'throttle'; count = 2 } -PassThru
        New-GlueDatabase sales
        (Get-GlueDatabase).Name | Should -Be 'sales'
        $lake.FaultCount | Should -Be 2
    }

    It 'strikes by script and by name' {
        $lake = Connect-Lake -Local $folder -MaxRetry 0 -PassThru -Fault @{ Kind = 'Reset'; Service = 'Glue'; Operation = 'get*bases'; Skip = 1; Count = 1 }
        $null = New-GlueDatabase sales
        $null = Get-GlueDatabase
        { Get-GlueDatabase -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ConnectionLost,*'
        (Get-GlueDatabase).Name | Should -Be 'sales'
        $lake.FaultCount | Should -Be 1
    }

    It 'strikes this connection alone' {
        $bad = Connect-Lake -Local $folder -Fault Reset -NoDefault
        $good = Connect-Lake -Local $folder -PassThru
        Get-GlueDatabase -Connection $good | Should -BeNullOrEmpty
        { Get-GlueDatabase -Connection $bad -ErrorAction Stop } | Should -Throw
        $good.FaultCount | Should -Be 0
    }

    It 'takes seconds and times for -Fault''s Delay' -ForEach @(@{ Delay = 0.05 }, @{ Delay = [timespan]::FromMilliseconds(50) }, @{ Delay = '00:00:00.05' }) {
        $lake = Connect-Lake -Local $folder -PassThru -Fault @{ Kind = 'Slow'; Delay = $Delay }
        Get-GlueDatabase | Should -BeNullOrEmpty
        $lake.FaultCount | Should -Be 1
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'an unknown kind'; Fault = 'Throtle'; Id = 'FaultUnknown' }
        @{ Name = 'a number as a kind'; Fault = 1; Id = 'FaultUnknown' }
        @{ Name = 'no kind'; Fault = @{ Service = 'glue' }; Id = 'FaultUnknown' }
        @{ Name = 'an unknown key'; Fault = @{ Kind = 'Slow'; Dely = 1 }; Id = 'FaultKeyUnknown' }
        @{ Name = 'a rate above 1'; Fault = @{ Kind = 'Reset'; Rate = 2 }; Id = 'FaultInvalid' }
        @{ Name = 'a rate of 0'; Fault = @{ Kind = 'Reset'; Rate = 0 }; Id = 'FaultInvalid' }
        @{ Name = 'a rate that is no number'; Fault = @{ Kind = 'Reset'; Rate = 'often' }; Id = 'FaultInvalid' }
        @{ Name = 'a count of 0'; Fault = @{ Kind = 'Reset'; Count = 0 }; Id = 'FaultInvalid' }
        @{ Name = 'a negative skip'; Fault = @{ Kind = 'Reset'; Skip = -1 }; Id = 'FaultInvalid' }
        @{ Name = 'no delay'; Fault = @{ Kind = 'Slow'; Delay = 0 }; Id = 'FaultInvalid' }
        @{ Name = 'a day''s delay'; Fault = @{ Kind = 'Slow'; Delay = [timespan]::FromDays(1) }; Id = 'FaultInvalid' }
        @{ Name = 'a service that there is not'; Fault = @{ Kind = 'Reset'; Service = 'dynamodb' }; Id = 'FaultTargetUnknown' }
        @{ Name = 'an operation that there is not'; Fault = @{ Kind = 'Reset'; Operation = 'GetTabel' }; Id = 'FaultTargetUnknown' }
        @{ Name = 'another service''s operation'; Fault = @{ Kind = 'Reset'; Service = 's3'; Operation = 'GetTable' }; Id = 'FaultTargetUnknown' }
        @{ Name = 'a conflict where there are none'; Fault = @{ Kind = 'ConcurrentModification'; Service = 's3' }; Id = 'FaultNeverStrikes' }
        @{ Name = 'a bad one among good ones'; Fault = 'Reset', @{ Kind = 'Slow'; Delay = 'long' }; Id = 'FaultInvalid' }
    ) {
        { Connect-Lake -Local $folder -Fault $Fault } | Should -Throw -ErrorId "LakeTools.$Id,$command.ConnectLakeCommand"
        $folder | Should -Not -Exist
    }
}

Describe 'Start-LakeServer -Fault' {
    BeforeAll {
        function Connect-Server($Server) {
            Connect-Lake -EndpointUrl $Server.Uri -AccessKey $Server.AccessKey -SecretKey $Server.SecretKey -Region $Server.Region -MaxRetry 0 -NoDefault
        }
    }
    BeforeEach { $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n')) }
    AfterEach { Stop-LakeServer }

    It 'strikes the server''s clients, and counts' {
        $server = Start-LakeServer -Local $folder -PassThru -Fault ServerError
        { Get-GlueDatabase -Connection (Connect-Server $server) -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ServiceError,*'
        Get-GlueDatabase -Connection (Connect-Lake -Local $folder -NoDefault) | Should -BeNullOrEmpty
        $server.FaultCount | Should -Be 1
    }

    It 'loses an answer after its effect' {
        $server = Start-LakeServer -Local $folder -PassThru -Fault @{ Kind = 'LostAnswer'; Operation = 'CreateDatabase'; Count = 1 }
        $null = New-GlueDatabase sales -Connection (Connect-Server $server) -ErrorAction Ignore
        $server.FaultCount | Should -Be 1
        (Get-GlueDatabase -Connection (Connect-Server $server)).Name | Should -Be 'sales'
    }

    It 'keeps its faults when it is asked where it runs, and ends them when told to' {
        $server = Start-LakeServer -Local $folder -PassThru -Fault Reset
        { Get-GlueDatabase -Connection (Connect-Server $server) -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ConnectionLost,*'
        (Start-LakeServer -Local $folder -PassThru).FaultCount | Should -BeGreaterThan 0
        $healed = Start-LakeServer -Local $folder -PassThru -Fault @()
        Get-GlueDatabase -Connection (Connect-Server $server) | Should -BeNullOrEmpty
        $healed.FaultCount | Should -Be 0
    }

    It 'refuses a bad fault and starts nothing' {
        { Start-LakeServer -Local $folder -Fault Throtle -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.FaultUnknown,$command.StartLakeServerCommand"
        $folder | Should -Not -Exist
    }
}

Describe 'A lost response' {
    BeforeAll {
        $folder = Join-Path $TestDrive lost
        Connect-Lake -Local $folder
        $null = New-LakeBucket lost
        $null = New-LakeRole loader -Path s3://lost/
        $null = New-GlueDatabase crawled
        $file = Join-Path $TestDrive one.csv
        Set-Content $file a, 1
        function Connect-Faulty($Operation, $Kind = 'LostAnswer') {
            Connect-Lake -Local $folder -Fault @{ Kind = $Kind; Operation = $Operation; Count = 1 }
        }
        function New-Job($Name) {
            $null = New-LakeGlueJob $Name -Role loader -ScriptLocation s3://lost/none.py -MaxConcurrentRuns 5
        }
    }
    BeforeEach { Connect-Lake -Local $folder }
    AfterAll { Stop-LakeServer }

    It 'starts a job once, and is an error that names what to look at: <_>' -ForEach 'LostAnswer', 'ServerError' {
        New-Job "direct$_"
        Connect-Faulty StartJobRun $_
        { Start-LakeGlueJob "direct$_" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.AnswerLost,*'
        $Error[0].TargetObject | Should -Be "direct$_"
        @(Get-LakeGlueJobRun "direct$_").Count | Should -Be ($_ -eq 'LostAnswer')
    }

    It 'starts the jobs of a trigger once: <_>' -ForEach 'LostAnswer', 'ServerError' {
        New-Job "by$_"
        $null = New-LakeGlueTrigger "go$_" -Type OnDemand -JobName "by$_"
        Connect-Faulty StartTrigger $_
        { Start-LakeGlueTrigger "go$_" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.AnswerLost,*'
        $Error[0].TargetObject | Should -Be "go$_"
        $Error[0].Exception.Message | Should -BeLike "*Get-LakeGlueJobRun 'by$_'*"
        @(Get-LakeGlueJobRun "by$_").Count | Should -Be ($_ -eq 'LostAnswer')
    }

    It 'starts the jobs of a trigger that is throttled' {
        New-Job throttled
        $null = New-LakeGlueTrigger throttled -Type OnDemand -JobName throttled
        Connect-Faulty StartTrigger Throttle
        $null = Start-LakeGlueTrigger throttled -ErrorAction Stop
        @(Get-LakeGlueJobRun throttled).Count | Should -Be 1
    }

    It 'turns a trigger on and off all the same' {
        New-Job scheduled
        $null = New-LakeGlueTrigger scheduled -Type Scheduled -Schedule '0 2 * * ? *' -JobName scheduled
        Connect-Faulty StartTrigger
        (Start-LakeGlueTrigger scheduled -ErrorAction Stop).State | Should -Be ACTIVATED
        Connect-Faulty StopTrigger
        (Stop-LakeGlueTrigger scheduled -ErrorAction Stop).State | Should -Be DEACTIVATED
    }

    It 'starts and stops a crawl' {
        $raw = New-Item (Join-Path $TestDrive raw) -ItemType Directory
        1..300 | ForEach-Object { Set-Content (Join-Path $raw "$_.csv") a, 1 }
        Send-LakeObject $raw s3://lost/raw/ -Recurse
        $null = New-LakeGlueCrawler raw -Role loader -DatabaseName crawled -Path s3://lost/raw/
        Connect-Faulty StartCrawler
        $null = Start-LakeGlueCrawler raw -ErrorAction Stop
        Connect-Faulty StopCrawler
        (Stop-LakeGlueCrawler raw -ErrorAction Stop).State | Should -BeIn STOPPING, READY
    }

    It 'stores an object with -NoClobber, and rejects another one' {
        Connect-Faulty PutObject
        Send-LakeObject $file s3://lost/sent.csv -NoClobber -ErrorAction Stop
        Connect-Faulty CopyObject
        Copy-LakeObject s3://lost/sent.csv s3://lost/copied.csv -NoClobber -ErrorAction Stop
        $other = Join-Path $TestDrive other.csv
        Set-Content $other a, 2
        Send-LakeObject $other s3://lost/other.csv
        Connect-Faulty PutObject
        { Send-LakeObject $other s3://lost/sent.csv -NoClobber -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectExists,*'
        Connect-Faulty CopyObject
        { Copy-LakeObject s3://lost/other.csv s3://lost/copied.csv -NoClobber -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectExists,*'
        foreach ($name in 'sent', 'copied') { (Import-LakeData -Uri "s3://lost/$name.csv").a | Should -Be 1 }
    }

    It 'makes a replica a secret of its own' {
        $arn = (New-LakeSecret alone -Value x -ReplicaRegion us-east-2).Arn -replace ':us-east-1:', ':us-east-2:'
        $server = Start-LakeServer -Local $folder -PassThru -Fault @{ Kind = 'LostAnswer'; Operation = 'StopReplicationToReplica'; Count = 1 }
        $east = Connect-Lake -EndpointUrl $server.Uri -AccessKey $server.AccessKey -SecretKey $server.SecretKey -Region us-east-2 -NoDefault
        Remove-LakeSecretReplica $arn -Detach -Connection $east -Force -ErrorAction Stop
        (Get-LakeSecretInfo alone).Replica | Should -BeNullOrEmpty
        $server.FaultCount | Should -Be 1
        { Remove-LakeSecretReplica $arn -Detach -Connection $east -Force -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidRequest,*'
    }

    It 'registers a location again with another role' {
        Register-LakeLocation s3://lost -UseServiceLinkedRole
        $definition = Join-Path $TestDrive location.yaml
        Set-Content $definition 'lake: 1', 'name: lost', "locations: [ { path: 's3://lost', role: role/loader } ]"
        Connect-Faulty RegisterResource
        (Publish-LakeDefinition $definition -Confirm:$false -ErrorAction Stop).Status | Should -Be Done
        (Get-LakeLocation).RoleArn | Should -BeLike '*:role/loader'
    }

    It 'of a revoke is not told as no change' {
        Grant-LakePermission -Principal role/a -Permission DESCRIBE -DatabaseName crawled
        Connect-Faulty BatchRevokePermissions
        $said = Revoke-LakePermission -Principal role/a -Permission DESCRIBE -DatabaseName crawled -Verbose 4>&1
        "$said" | Should -Not -BeLike '*No change*'
        Get-LakePermission -Principal role/a | Should -BeNullOrEmpty
    }
}
