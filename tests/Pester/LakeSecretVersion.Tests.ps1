BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $namespace = 'LakeTools.Cmdlets.Secrets'

    function New-Example([string] $Name) { $null = New-LakeSecret $Name -Value @{ username = 'loader'; password = 'first' } }
    function Get-Password([string] $Name) { Get-LakeSecret $Name -Key password -AsPlainText }
}

AfterAll { Disconnect-Lake }

Describe 'Restore-LakeSecret' {
    It 'takes back a deletion, value and all' {
        New-Example restored
        Remove-LakeSecret restored -RecoveryDays 7 -Confirm:$false
        Restore-LakeSecret restored -WhatIf
        (Get-LakeSecretInfo restored).DeletedDate | Should -Not -BeNullOrEmpty
        (Restore-LakeSecret restored -PassThru).DeletedDate | Should -BeNullOrEmpty
        Get-Password restored | Should -Be 'first'
    }

    It 'takes what Get-LakeSecretInfo finds' {
        New-Example found
        Remove-LakeSecret found -Confirm:$false
        Get-LakeSecretInfo fou* -IncludeDeleted | Restore-LakeSecret | Should -BeNullOrEmpty
        Get-Password found | Should -Be 'first'
    }

    It 'cannot bring back what is gone' {
        { Restore-LakeSecret gone -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretNotFound,$namespace.RestoreLakeSecretCommand"
    }
}

Describe 'Versions' {
    BeforeAll {
        New-Example many
        Set-LakeSecret many -Key password -Value 'second'
        Set-LakeSecret many -Key password -Value 'third'
    }

    It 'are listed by their labels' {
        $versions = Get-LakeSecretVersion many
        $versions | Should -BeOfType ([LakeTools.LakeSecretVersion])
        $versions.VersionStage | Sort-Object | Should -Be @('AWSCURRENT', 'AWSPREVIOUS')
        @(Get-LakeSecretVersion many -IncludeDeprecated).Count | Should -Be 3
    }

    It 'give their values to Get-LakeSecret' {
        Get-LakeSecretVersion many -IncludeDeprecated | Get-LakeSecret -Key password -AsPlainText | Sort-Object | Should -Be @('first', 'second', 'third')
    }

    It 'can be taken back, and that as well' {
        Undo-LakeSecret many | Should -BeNullOrEmpty
        Get-Password many | Should -Be 'second'
        Undo-LakeSecret many -WhatIf
        Get-Password many | Should -Be 'second'
        (Undo-LakeSecret many -PassThru).Name | Should -Be 'many'
        Get-Password many | Should -Be 'third'
    }

    It 'can be gone back to by id' {
        $deprecated = Get-LakeSecretVersion many -IncludeDeprecated | Where-Object { -not $_.VersionStage }
        $deprecated | Undo-LakeSecret
        Get-Password many | Should -Be 'first'
        Get-LakeSecret many -Key password -AsPlainText -VersionStage AWSPREVIOUS | Should -Be 'third'
    }

    It 'have labels that -VersionStage chooses' {
        New-Example staged
        Set-LakeSecret staged -Value 'tried' -VersionStage AWSPENDING
        Get-Password staged | Should -Be 'first'
        Get-LakeSecret staged -AsPlainText -VersionStage AWSPENDING | Should -Be 'tried'
    }

    It 'keep the keys that were set before in the version with the label' {
        New-Example keyed
        Set-LakeSecret keyed -Key password -Value 'second' -VersionStage AWSPENDING
        Set-LakeSecret keyed -Key username -Value 'etl' -VersionStage AWSPENDING
        Get-LakeSecret keyed -VersionStage AWSPENDING -AsPlainText | ConvertFrom-Json -AsHashtable | ForEach-Object { $_.username, $_.password } |
            Should -Be 'etl', 'second'
        Get-Password keyed | Should -Be 'first'
        Set-LakeSecret keyed -Key password -Value 'third' -VersionStage AWSCURRENT, AWSPENDING
        Get-LakeSecret keyed -AsPlainText | ConvertFrom-Json -AsHashtable | ForEach-Object { $_.username, $_.password } | Should -Be 'loader', 'third'
    }

    It 'are not guessed if two labels of -VersionStage are on different versions' {
        New-Example forked
        Set-LakeSecret forked -Key password -Value 'one' -VersionStage BLUE
        Set-LakeSecret forked -Key password -Value 'two' -VersionStage GREEN
        { Set-LakeSecret forked -Key username -Value 'etl' -VersionStage BLUE, GREEN -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.SecretVersionAmbiguous,$namespace.SetLakeSecretCommand"
        Get-LakeSecret forked -Key username -VersionStage BLUE -AsPlainText | Should -Be 'loader'
        Set-LakeSecret forked -Key username -Value 'etl' -VersionStage BLUE, NEW
        Get-LakeSecret forked -Key password -VersionStage NEW -AsPlainText | Should -Be 'one'
    }

    It 'can get the same key again after each way back' {
        New-Example again
        foreach ($round in 1..3) {
            Set-LakeSecret again -Key password -Value 'second'
            Get-Password again | Should -Be 'second'
            Undo-LakeSecret again
            Get-Password again | Should -Be 'first'
        }
        Set-LakeSecret again -Key password -Value 'third'
        Get-Password again | Should -Be 'third'
    }

    It 'say what is missing: <id>' -ForEach @(
        @{ id = 'SecretHasNoPrevious'; parameters = @{ Id = 'single' } }
        @{ id = 'SecretVersionNotFound'; parameters = @{ Id = 'single'; VersionId = 'ffffffff-ffff-ffff-ffff-ffffffffffff' } }
        @{ id = 'SecretNotFound'; parameters = @{ Id = 'gone' } }
        @{ id = 'SecretIdEmpty'; parameters = @{ Id = '' } }
    ) {
        New-LakeSecret single -Value 'x' -ErrorAction Ignore
        { Undo-LakeSecret @parameters -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$namespace.UndoLakeSecretCommand"
    }
}

Describe 'Rotation' {
    BeforeAll { $function = 'arn:aws:lambda:us-east-1:000000000000:function:LakeTools-Manual' }

    It 'changes the password and leaves the rest' {
        New-Example rotated
        $info = Start-LakeSecretRotation rotated -RotationLambdaArn LakeTools-RandomPassword -AutomaticallyAfterDays 30 -Wait -PassThru
        $info.RotationEnabled | Should -BeTrue
        $info.RotationDays | Should -Be 30
        $info.NextRotationDate | Should -BeGreaterThan (Get-Date).AddDays(29)
        Get-Password rotated | Should -Not -Be 'first'
        Get-LakeSecret rotated -Key username -AsPlainText | Should -Be 'loader'
        Undo-LakeSecret rotated
        Get-Password rotated | Should -Be 'first'
    }

    It 'is set up without a start' {
        New-Example later
        Start-LakeSecretRotation later -RotationLambdaArn $function -ScheduleExpression 'cron(0 2 1 * ? *)' -Duration 2h -RotateImmediately:$false
        $info = Get-LakeSecretInfo later
        $info.RotationSchedule | Should -Be 'cron(0 2 1 * ? *)'
        $info.RotationDuration | Should -Be '2h'
        @($info.Version).Count | Should -Be 1
    }

    Context 'that is changed' {
        BeforeAll {
            $cron = 'cron(0 2 1 * ? *)'
            function Get-Rule($Id) {
                $info = Get-LakeSecretInfo $Id
                "$($info.RotationDays)", "$($info.RotationSchedule)", "$($info.RotationDuration)", "$($info.RotationLambdaArn)"
            }
        }

        It 'keeps what is not named: <Change.Keys>' -ForEach @(
            @{ Change = @{ Duration = '2h' }; Rule = '', 'cron(0 2 1 * ? *)', '2h' }
            @{ Change = @{ ScheduleExpression = 'rate(10 days)' }; Rule = '', 'rate(10 days)', '3h' }
            @{ Change = @{ AutomaticallyAfterDays = 7 }; Rule = '7', '', '3h' }
            @{ Change = @{ AutomaticallyAfterDays = 7; Duration = '4h' }; Rule = '7', '', '4h' }
            @{ Change = @{ RotationLambdaArn = 'LakeTools-RandomPassword' }; Rule = '', 'cron(0 2 1 * ? *)', '3h' }
            @{ Change = @{}; Rule = '', 'cron(0 2 1 * ? *)', '3h' }
        ) {
            $id = 'kept' + ($Change.Keys -join '')
            New-Example $id
            Start-LakeSecretRotation $id -RotationLambdaArn LakeTools-Manual -ScheduleExpression $cron -Duration 3h -RotateImmediately:$false
            Start-LakeSecretRotation $id @Change -RotateImmediately:$false
            Get-Rule $id | Should -Be @($Rule + ($Change.RotationLambdaArn ?? 'LakeTools-Manual'))
        }

        It 'keeps the days between rotations beside a new duration' {
            New-Example days
            Start-LakeSecretRotation days -RotationLambdaArn LakeTools-Manual -AutomaticallyAfterDays 30 -RotateImmediately:$false
            Start-LakeSecretRotation days -Duration 2h -RotateImmediately:$false
            Get-Rule days | Should -Be '30', '', '2h', 'LakeTools-Manual'
            (Get-LakeSecretInfo days).NextRotationDate | Should -BeGreaterThan (Get-Date).AddDays(29)
        }
    }

    It 'that hangs times out, blocks the next one, and can be given up' {
        New-Example hanging
        $start = "$namespace.StartLakeSecretRotationCommand"
        { Start-LakeSecretRotation hanging -RotationLambdaArn $function -Wait -TimeoutSeconds 0 -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.SecretRotationTimeout,$start"
        { Start-LakeSecretRotation hanging -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretRotationRunning,$start"
        (Stop-LakeSecretRotation hanging -RemovePending -PassThru).RotationEnabled | Should -BeFalse
        Start-LakeSecretRotation hanging -RotationLambdaArn LakeTools-RandomPassword -Wait
        Get-Password hanging | Should -Not -Be 'first'
    }

    It 'does nothing with -WhatIf' {
        New-Example untouched
        Start-LakeSecretRotation untouched -RotationLambdaArn $function -WhatIf
        (Get-LakeSecretInfo untouched).RotationLambdaArn | Should -BeNullOrEmpty
    }

    It 'needs a function, and a schedule that makes sense: <id>' -ForEach @(
        @{ id = 'SecretRotationNotSetUp'; parameters = @{} }
        @{ id = 'SecretRotationScheduleMissing'; parameters = @{ RotationLambdaArn = 'LakeTools-Manual'; Duration = '2h' } }
        @{ id = 'InvalidRequest'; parameters = @{ RotationLambdaArn = 'arn:aws:lambda:us-east-1:000000000000:function:LakeTools-Manual'; ScheduleExpression = 'rate(2 hours)' } }
    ) {
        New-LakeSecret refused -Value 'x' -ErrorAction Ignore
        { Start-LakeSecretRotation refused @parameters -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.$id,$namespace.StartLakeSecretRotationCommand"
        (Get-LakeSecretInfo refused).RotationEnabled | Should -BeFalse
    }
}
