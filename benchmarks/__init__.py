"""What the main job costs, measured against peers in one run."""
